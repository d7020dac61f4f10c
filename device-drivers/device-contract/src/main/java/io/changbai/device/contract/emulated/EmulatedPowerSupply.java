package io.changbai.device.contract.emulated;

import io.changbai.device.contract.PowerSupplyContract.PowerHands;
import io.changbai.device.emulators.PowerSupplyEmulator;

/** The power of an emulated supply. */
public final class EmulatedPowerSupply implements PowerHands, AutoCloseable {

    private final PowerSupplyEmulator emulator = new PowerSupplyEmulator(0).start();

    public PowerSupplyEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return "tcp://127.0.0.1:" + emulator.port();
    }

    @Override
    public void mains(boolean on) {
        emulator.mains();
        emulator.set("ups.status", on ? "OL CHRG" : "OB DISCHRG");
    }

    @Override
    public void drain() {
        emulator.set("ups.status", "OB LB DISCHRG");
        emulator.set("battery.charge", "8");
    }

    @Override
    public void putBack() {
        plugCable();
        emulator.mains();
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
