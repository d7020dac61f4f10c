package io.changbai.cabinet.internal.voice;

import io.changbai.cabinet.internal.voice.Voice.NoSoundException;
import io.changbai.cabinet.internal.voice.Voice.Speaking;
import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.speech.Sentence;
import io.changbai.device.api.speech.SpeechOutput;
import io.changbai.device.api.speech.SpeechResult;
import io.changbai.device.api.speech.SpeechResult.Why;
import io.changbai.device.link.Channels;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Says sentences with the voice the terminal has. Who would hear is looked at before each sentence and all the while:
 * pulling the headphones out ends it.
 */
@Component(
        service = {Device.class, SpeechOutput.class},
        configurationPid = "changbai.speech",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SpeechConfig.class)
public final class SpokenWords implements SpeechOutput {

    static final DeviceFault NO_DEVICE = new DeviceFault(
            "SPK-NO-DEVICE",
            Severity.FAULT,
            Mender.TECHNICIAN,
            "There is no voice: the program or service for speech is missing or silent.");

    static final DeviceFault NO_SOUND = new DeviceFault(
            "SPK-NO-SOUND",
            Severity.WARNING,
            Mender.TECHNICIAN,
            "The voice speaks and the sound card does not take it; check card, plug and mixer.");

    private static final String ID = "speech";
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** Between two looks whether anybody still wants to hear; what must end in 100 ms leaves time for the end itself. */
    private static final Duration SLICE = Duration.ofMillis(20);

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int LOUDEST_OF_VOICES = 200;

    private final int usualLoudness;
    private final Clock clock;
    private final Audience audience = new Audience();
    private final Turns turns = new Turns();
    private final StatusBoard board;
    private final Connection<Voice> connection;
    private final DeviceThread thread;
    private volatile int volume = USUAL;
    private boolean mute;

    @Activate
    public SpokenWords(@Reference Channels channels, SpeechConfig config) {
        this(Voices.of(channels, config), Voices.where(config), config.usual_loudness(), new SteadyClock());
    }

    SpokenWords(Connection.Opening<Voice> opening, String where, int usualLoudness, Clock clock) {
        this.usualLoudness = usualLoudness;
        this.clock = clock;
        this.board = new StatusBoard(Clock.systemUTC(), 1);
        this.connection = new Connection<>(ID, where, NO_DEVICE, board, clock, opening);
        this.thread = new DeviceThread(ID, this::look).start();
    }

    @Deactivate
    void close() {
        thread.close();
        connection.close();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SPEECH;
    }

    @Override
    public DeviceStatus status() {
        return board.status();
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public DeviceCommand<SpeechResult> say(Sentence sentence) {
        DeviceCommand<SpeechResult> command =
                thread.submit(new SpeechResult.Interrupted(), cancellation -> say(sentence, cancellation));
        turns.take(command);
        return command;
    }

    @Override
    public void hush() {
        turns.hush();
    }

    @Override
    public void volume(int step) {
        volume = Math.max(SOFTEST, Math.min(LOUDEST, step));
    }

    @Override
    public int volume() {
        return volume;
    }

    @Override
    public void loudspeaker(boolean on) {
        audience.loudspeaker(on);
    }

    @Override
    public boolean loudspeaker() {
        return audience.loudspeaker();
    }

    @Override
    public void visitEnded() {
        turns.hush();
        audience.loudspeaker(false);
        volume = USUAL;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addCabinet(Cabinet cabinet) {
        audience.set(cabinet);
    }

    void removeCabinet(Cabinet cabinet) {
        audience.unset(cabinet);
    }

    private SpeechResult say(Sentence sentence, Cancellation cancellation) {
        String text = sentence.text().replaceAll("[\\p{Cntrl}]+", " ").strip();
        if (text.isEmpty() || text.length() > Sentence.LONGEST) {
            return new SpeechResult.Refused(Why.NOT_A_SENTENCE);
        }
        Optional<Why> forbidden = audience.forbids(sentence);
        if (forbidden.isPresent()) {
            return new SpeechResult.Refused(forbidden.get());
        }
        Optional<Voice> voice = connection.openNow();
        if (voice.isEmpty()) {
            return new SpeechResult.Failed(NO_DEVICE);
        }
        if (!voice.get().speaks(sentence.language())) {
            return new SpeechResult.Refused(Why.NO_VOICE);
        }
        return speak(voice.get(), sentence, text, cancellation);
    }

    private SpeechResult speak(Voice voice, Sentence sentence, String text, Cancellation cancellation) {
        board.look(Availability.BUSY, List.of(), List.of());
        try {
            SpeechResult result = listen(voice.begin(text, sentence.language(), loudness()), sentence, cancellation);
            mute = false;
            tell();
            return result;
        } catch (NoSoundException e) {
            mute = true;
            tell();
            return new SpeechResult.Failed(NO_SOUND);
        } catch (IOException e) {
            connection.lost(e);
            return new SpeechResult.Failed(NO_DEVICE);
        }
    }

    private SpeechResult listen(Speaking speaking, Sentence sentence, Cancellation cancellation) throws IOException {
        Instant end = clock.instant().plus(LONGEST);
        try {
            while (!speaking.await(SLICE)) {
                boolean unwanted = cancellation.isCancelled()
                        || audience.forbids(sentence).isPresent()
                        || Thread.currentThread().isInterrupted();
                if (unwanted) {
                    return new SpeechResult.Interrupted();
                }
                if (clock.instant().isAfter(end)) {
                    throw new IOException("a sentence of more than " + LONGEST);
                }
            }
            return new SpeechResult.Spoken();
        } finally {
            speaking.stop();
        }
    }

    private int loudness() {
        return Math.min(LOUDEST_OF_VOICES, usualLoudness * volume / USUAL);
    }

    private Duration look() {
        boolean wasOpen = connection.isOpen();
        Optional<Voice> voice = connection.openWhenDue();
        try {
            if (wasOpen && voice.isPresent()) {
                voice.get().check();
            }
            if (voice.isPresent()) {
                tell();
                return LOOK;
            }
        } catch (IOException e) {
            connection.lost(e);
        }
        return connection.untilNextTry();
    }

    /** No sound stays a fault until a sentence was heard again: nothing else tries the card. */
    private void tell() {
        board.look(
                mute ? Availability.HARDWARE_ERROR : Availability.ONLINE,
                mute ? List.of(NO_SOUND) : List.of(),
                List.of());
    }
}
