package io.changbai.device.contract.emulated;

import io.changbai.device.contract.SpeechOutputContract.ListenerHands;
import io.changbai.device.emulators.SpeechEmulator;
import java.time.Duration;
import java.util.function.Consumer;

/** A listener of an emulated voice. */
public final class EmulatedSpeech implements ListenerHands, AutoCloseable {

    private final SpeechEmulator emulator = new SpeechEmulator(0).start();
    private final Consumer<Boolean> jack;

    /** @param jack told when headphones go in or out */
    public EmulatedSpeech(Consumer<Boolean> jack) {
        this.jack = jack;
        emulator.pace(Duration.ofMillis(20));
    }

    public SpeechEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return "tcp://127.0.0.1:" + emulator.port();
    }

    @Override
    public void headphones(boolean in) {
        jack.accept(in);
    }

    @Override
    public void pullCable() {
        emulator.unplug();
    }

    @Override
    public void plugCable() {
        emulator.plug();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
