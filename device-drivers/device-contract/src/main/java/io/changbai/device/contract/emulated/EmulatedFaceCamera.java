package io.changbai.device.contract.emulated;

import io.changbai.device.contract.FaceCameraContract.FaceHands;
import io.changbai.device.emulators.CameraEmulator;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands before an emulated camera. */
public final class EmulatedFaceCamera implements FaceHands, AutoCloseable {

    private final CameraEmulator emulator = new CameraEmulator(0).start();
    private final Supplier<Optional<Integer>> openStreams;

    /** Hands that cannot tell how many streams are open. */
    public EmulatedFaceCamera() {
        this(Optional::empty);
    }

    /** @param openStreams how many streams the driver holds open, for tests that can tell */
    public EmulatedFaceCamera(Supplier<Optional<Integer>> openStreams) {
        this.openStreams = openStreams;
    }

    public CameraEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return emulator.url();
    }

    @Override
    public void showFace() {
        emulator.show("wang-min");
        emulator.freeze(false);
    }

    /** No picture comes at all: also a driver without a face engine then has nothing. */
    @Override
    public void showNothing() {
        emulator.showNobody();
        emulator.freeze(true);
    }

    @Override
    public Optional<Integer> openStreams() {
        return openStreams.get();
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
        showFace();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
