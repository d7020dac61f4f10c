package io.changbai.device.contract.emulated;

import io.changbai.device.contract.QrScannerContract.CodeHands;
import io.changbai.device.emulators.QrScannerEmulator;

/** Hands before an emulated scanner module. */
public final class EmulatedQrScanner implements CodeHands, AutoCloseable {

    private final QrScannerEmulator emulator = new QrScannerEmulator(0).start();

    public QrScannerEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return "tcp://127.0.0.1:" + emulator.port();
    }

    @Override
    public void hold(String text) {
        emulator.hold(text);
    }

    @Override
    public void takeAway() {
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
        takeAway();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
