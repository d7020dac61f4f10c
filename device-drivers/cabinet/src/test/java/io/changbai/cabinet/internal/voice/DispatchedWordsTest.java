package io.changbai.cabinet.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.CabinetState.Presence;
import io.changbai.device.api.speech.Sentence;
import io.changbai.device.api.speech.SpeechOutput;
import io.changbai.device.api.speech.SpeechResult;
import io.changbai.device.api.speech.SpeechResult.Why;
import io.changbai.device.contract.Await;
import io.changbai.device.emulators.SpeechEmulator;
import io.changbai.device.link.internal.UriChannels;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The voice over an emulated speech-dispatcher. */
class DispatchedWordsTest {

    private final SpeechEmulator emulator = new SpeechEmulator(0).start();
    private final Headphones headphones = new Headphones();
    private final SpokenWords speech = new SpokenWords(
            () -> SsipVoice.open(
                    new UriChannels().open("tcp://127.0.0.1:" + emulator.port()),
                    new SteadyClock(),
                    Set.of("zh-CN", "en", "ko"),
                    150),
            "emulator",
            80,
            new SteadyClock());

    @BeforeEach
    void begin() {
        emulator.pace(Duration.ofMillis(10));
        speech.addCabinet(headphones);
    }

    @AfterEach
    void end() {
        speech.close();
        emulator.close();
    }

    @Test
    void noiseFromTheServiceIsAFaultAndNotAnEndlessWait() throws Exception {
        isServing();
        emulator.garbage(true);
        assertThat(Await.end(say("hello"))).isEqualTo(new SpeechResult.Failed(SpokenWords.NO_DEVICE));
        emulator.garbage(false);
        isServing();
    }

    @Test
    void aServiceThatFallsSilentIsAFault() throws Exception {
        isServing();
        emulator.mute(true);
        assertThat(Await.end(say("hello"))).isInstanceOf(SpeechResult.Failed.class);
        DeviceStatus status =
                Await.status(speech, "it is as wished", each -> each.availability() == Availability.NO_DEVICE);
        assertThat(status.faults()).extracting(DeviceFault::code).containsExactly("SPK-NO-DEVICE");
    }

    @Test
    void anUnpluggedServiceEndsTheSentenceWithAFault() throws Exception {
        isServing();
        emulator.pace(Duration.ofSeconds(10));
        DeviceCommand<SpeechResult> command = say("a long sentence");
        Await.until("it is so", emulator::isSpeaking);
        emulator.unplug();
        assertThat(Await.end(command)).isInstanceOf(SpeechResult.Failed.class);
    }

    @Test
    void whatIsNoSentenceIsNotSaid() throws Exception {
        isServing();
        assertThat(Await.end(say(" \n\t "))).isEqualTo(new SpeechResult.Refused(Why.NOT_A_SENTENCE));
        assertThat(Await.end(say("x".repeat(1_001)))).isEqualTo(new SpeechResult.Refused(Why.NOT_A_SENTENCE));
        assertThat(Await.end(speech.say(new Sentence("bonjour", "fr", false))))
                .isEqualTo(new SpeechResult.Refused(Why.NO_VOICE));
        assertThat(emulator.lastText()).isEmpty();
    }

    @Test
    void controlCharactersAreNotSent() throws Exception {
        isServing();
        assertThat(Await.end(say("one\r\n.\r\nSTOP ALL"))).isInstanceOf(SpeechResult.Spoken.class);
        assertThat(emulator.lastText()).isEqualTo("one . STOP ALL");
    }

    @Test
    void saysASentenceInItsLanguage() throws Exception {
        isServing();
        assertThat(Await.end(speech.say(new Sentence("请取走您的卡。", "zh-CN", false))))
                .isInstanceOf(SpeechResult.Spoken.class);
        assertThat(emulator.lastText()).isEqualTo("请取走您的卡。");
        assertThat(emulator.lastLanguage()).isEqualTo("zh");
        assertThat(emulator.wasInterrupted()).isFalse();
    }

    @Test
    void oneIsSaidOneWaitsAndAThirdTakesItsPlace() throws Exception {
        isServing();
        emulator.pace(Duration.ofMillis(60));
        DeviceCommand<SpeechResult> first = say("the first");
        DeviceCommand<SpeechResult> second = say("the second");
        DeviceCommand<SpeechResult> third = say("the third");
        assertThat(Await.end(first)).isInstanceOf(SpeechResult.Spoken.class);
        assertThat(Await.end(second)).isInstanceOf(SpeechResult.Interrupted.class);
        assertThat(Await.end(third)).isInstanceOf(SpeechResult.Spoken.class);
        assertThat(emulator.lastText()).isEqualTo("the third");
    }

    @Test
    void hushEndsTheSoundAndForgetsWhatWaits() throws Exception {
        isServing();
        emulator.pace(Duration.ofSeconds(10));
        DeviceCommand<SpeechResult> first = say("the first");
        DeviceCommand<SpeechResult> second = say("the second");
        Await.until("it is so", emulator::isSpeaking);
        speech.hush();
        assertThat(Await.end(first)).isInstanceOf(SpeechResult.Interrupted.class);
        assertThat(Await.end(second)).isInstanceOf(SpeechResult.Interrupted.class);
        assertThat(emulator.wasInterrupted()).isTrue();
        emulator.pace(Duration.ofMillis(1));
        assertThat(Await.end(say("and on"))).isInstanceOf(SpeechResult.Spoken.class);
    }

    @Test
    void pullingTheHeadphonesOutEndsASentence() throws Exception {
        isServing();
        emulator.pace(Duration.ofSeconds(10));
        DeviceCommand<SpeechResult> command = speech.say(new Sentence("您的养老金", "zh-CN", true));
        Await.until("it is so", emulator::isSpeaking);
        headphones.are(Presence.NOT_PRESENT);
        assertThat(Await.end(command)).isInstanceOf(SpeechResult.Interrupted.class);
        assertThat(Await.end(say("hello"))).isEqualTo(new SpeechResult.Refused(Why.NOBODY_LISTENS));
    }

    @Test
    void theNextPersonFindsUsualVolumeAndASilentLoudspeaker() throws Exception {
        isServing();
        speech.loudspeaker(true);
        speech.volume(99);
        assertThat(speech.volume()).isEqualTo(SpeechOutput.LOUDEST);
        Await.end(say("loud"));
        assertThat(emulator.volume()).isEqualTo(60); // 80 × 10 / 5 = 160 of 200
        speech.visitEnded();
        assertThat(speech.volume()).isEqualTo(SpeechOutput.USUAL);
        assertThat(speech.loudspeaker()).isFalse();
        Await.end(say("usual"));
        assertThat(emulator.volume()).isEqualTo(-20);
        speech.volume(-3);
        assertThat(speech.volume()).isEqualTo(SpeechOutput.SOFTEST);
    }

    @Test
    void saysNothingOfATextInItsText() {
        assertThat(new Sentence("王小民", "zh-CN", true).toString()).doesNotContain("王");
    }

    private DeviceCommand<SpeechResult> say(String text) {
        return speech.say(new Sentence(text, "en", false));
    }

    private void isServing() throws Exception {
        Await.status(speech, "it is as wished", DeviceStatus::canServe);
    }
}
