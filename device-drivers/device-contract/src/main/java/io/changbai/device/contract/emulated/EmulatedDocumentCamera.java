package io.changbai.device.contract.emulated;

import io.changbai.device.contract.DocumentCameraContract.PageHands;
import io.changbai.device.emulators.DocumentCameraEmulator;

/** Hands under an emulated document camera. */
public final class EmulatedDocumentCamera implements PageHands, AutoCloseable {

    private static final double ASKEW = 6;

    private final DocumentCameraEmulator emulator = new DocumentCameraEmulator(0).start();

    public DocumentCameraEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return emulator.url();
    }

    @Override
    public void layPage() {
        emulator.lay(ASKEW);
    }

    @Override
    public void takePage() {
        emulator.takeAway();
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
    public void putBack() {
        plugCable();
        takePage();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
