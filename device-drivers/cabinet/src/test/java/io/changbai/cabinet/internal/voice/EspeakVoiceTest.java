package io.changbai.cabinet.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.speech.Sentence;
import io.changbai.device.api.speech.SpeechResult;
import io.changbai.device.contract.Await;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real espeak-ng (Debian package), its sound kept in a file that is then listened to. */
class EspeakVoiceTest {

    private static final int HEADER = 44;
    private static final int SAMPLES_PER_SECOND = 22_050;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"zh-CN, 您好，请出示身份证。", "en, Please put your card on the reader.", "ko, 카드를 올려 주세요."})
    void eachLanguageSounds(String language, String text) throws Exception {
        assertThat(end(said(sink(), text, language))).isTrue();
        short[] samples = samples();
        assertThat(samples.length).as("at least half a second").isGreaterThan(SAMPLES_PER_SECOND / 2);
        assertThat(energy(samples)).as("it is not silence").isGreaterThan(100);
    }

    @Test
    void aTextIsNeverAnOptionOrMarkup() throws Exception {
        assertThat(end(said(sink(), "--path=/etc <audio src='/etc/passwd'/> hello", "en")))
                .isTrue();
        assertThat(energy(samples())).isGreaterThan(100);
    }

    @Test
    void louderIsLouder() throws Exception {
        EspeakVoice voice = voice(sink());
        end(voice.begin("hello hello hello", "en", 20));
        double soft = energy(samples());
        end(voice.begin("hello hello hello", "en", 200));
        assertThat(energy(samples())).isGreaterThan(soft * 2);
    }

    @Test
    void silenceComesAtOnceWhenNobodyWantsToHearAnyMore() throws Exception {
        // a sink that takes as long as a sound card
        SpokenWords speech = speech(voice(List.of("sh", "-c", "cat >/dev/null; exec sleep 60")));
        try {
            Await.status(speech, "it is as wished", DeviceStatus::canServe);
            DeviceCommand<SpeechResult> command = speech.say(new Sentence("A long sentence.", "en", false));
            Await.status(speech, "it is as wished", each -> each.availability() == Availability.BUSY);
            command.cancel();
            assertThat(Await.end(command)).isInstanceOf(SpeechResult.Interrupted.class);
        } finally {
            speech.close();
        }
    }

    @Test
    void aMissingProgramIsAStatusAndComesBackWhenInstalled() throws Exception {
        Path program = folder.resolve("espeak-ng");
        SpokenWords speech = speech(new EspeakVoice(program.toString(), Map.of("en", "en"), 150, sink()));
        try {
            DeviceStatus missing = Await.status(
                    speech, "it is as wished", each -> !each.faults().isEmpty());
            assertThat(missing.availability()).isEqualTo(Availability.NO_DEVICE);
            assertThat(missing.faults()).containsExactly(SpokenWords.NO_DEVICE);
            Files.createSymbolicLink(program, Path.of("/usr/bin/espeak-ng"));
            Await.status(speech, "it is as wished", DeviceStatus::canServe);
            assertThat(Await.end(speech.say(new Sentence("back", "en", false))))
                    .isInstanceOf(SpeechResult.Spoken.class);
        } finally {
            speech.close();
        }
    }

    @Test
    void aCardThatTakesNoSoundIsAFaultUntilASentenceIsHeard() throws Exception {
        Path broken = folder.resolve("broken");
        Files.createFile(broken);
        SpokenWords speech = speech(voice(List.of("sh", "-c", "cat >/dev/null; test ! -e " + broken)));
        try {
            Await.status(speech, "it is as wished", DeviceStatus::canServe);
            assertThat(Await.end(speech.say(new Sentence("hello", "en", false))))
                    .isEqualTo(new SpeechResult.Failed(SpokenWords.NO_SOUND));
            assertThat(speech.status().availability()).isEqualTo(Availability.HARDWARE_ERROR);
            Files.delete(broken);
            assertThat(Await.end(speech.say(new Sentence("hello", "en", false))))
                    .isInstanceOf(SpeechResult.Spoken.class);
            assertThat(speech.status().faults()).isEmpty();
        } finally {
            speech.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "en", "en=", "en=--path", "en=../x", "e n=en", "en=en;ls"})
    void refusesWhatIsNoVoice(String entry) {
        assertThatThrownBy(() -> Voices.voices(entry)).isInstanceOf(IllegalArgumentException.class);
    }

    private Path sound() {
        return folder.resolve("sound.wav");
    }

    private List<String> sink() {
        return List.of("dd", "of=" + sound(), "status=none");
    }

    private static EspeakVoice voice(List<String> sink) {
        return new EspeakVoice("espeak-ng", Map.of("zh-CN", "cmn", "en", "en", "ko", "ko"), 150, sink);
    }

    private static SpokenWords speech(EspeakVoice voice) {
        SpokenWords speech = new SpokenWords(Voices.espeak(voice), "espeak-ng", 80, new SteadyClock());
        speech.addCabinet(new Headphones());
        return speech;
    }

    private static Voice.Speaking said(List<String> sink, String text, String language) throws Exception {
        EspeakVoice voice = voice(sink);
        voice.check();
        return voice.begin(text, language, 100);
    }

    private static boolean end(Voice.Speaking speaking) throws Exception {
        return speaking.await(Duration.ofSeconds(20));
    }

    private short[] samples() throws Exception {
        byte[] wav = Files.readAllBytes(sound());
        assertThat(new String(wav, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        short[] samples = new short[(wav.length - HEADER) / 2];
        ByteBuffer.wrap(wav, HEADER, samples.length * 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static double energy(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }
}
