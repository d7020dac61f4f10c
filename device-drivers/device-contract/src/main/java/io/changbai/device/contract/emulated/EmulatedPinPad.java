package io.changbai.device.contract.emulated;

import io.changbai.device.api.pin.PinBlock;
import io.changbai.device.contract.Await;
import io.changbai.device.contract.PinPadContract.PinHands;
import io.changbai.device.emulators.PinPadEmulator;
import java.util.Optional;

/** Hands at an emulated PIN pad; its keys are random, and these hands have them. */
public final class EmulatedPinPad implements PinHands, AutoCloseable {

    private final PinPadEmulator emulator = new PinPadEmulator(0).start();

    public PinPadEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return "tcp://127.0.0.1:" + emulator.port();
    }

    @Override
    public void press(String digits) {
        Await.until("the pad asks for a PIN", emulator::isCapturing);
        emulator.press(digits);
    }

    @Override
    public void pressEnter() {
        emulator.enter();
    }

    @Override
    public void pressCancel() {
        emulator.cancel();
    }

    @Override
    public void openHousing() {
        emulator.tamper(true);
    }

    @Override
    public Optional<String> open(PinBlock block, Optional<String> pan) {
        int format = Integer.parseInt(block.format().name().substring("ISO_".length()));
        return Optional.of(emulator.open(format, block.cipher(), block.keySerial(), pan.orElse("")));
    }

    @Override
    public void pullCable() {
        emulator.unplug();
    }

    @Override
    public void plugCable() {
        emulator.plug();
    }

    /** A real pad is never closed again. */
    @Override
    public void putBack() {
        emulator.plug();
        emulator.faults().clear();
        emulator.tamper(false);
        emulator.cancel();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
