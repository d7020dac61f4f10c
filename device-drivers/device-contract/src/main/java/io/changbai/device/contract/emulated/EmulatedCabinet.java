package io.changbai.device.contract.emulated;

import io.changbai.device.api.signal.Light;
import io.changbai.device.contract.CabinetContract.CabinetHands;
import io.changbai.device.emulators.CabinetEmulator;
import io.changbai.device.emulators.CabinetEmulator.Contact;
import io.changbai.device.emulators.CabinetEmulator.Lamp;

/** Hands at an emulated cabinet. */
public final class EmulatedCabinet implements CabinetHands, AutoCloseable {

    private final CabinetEmulator emulator = new CabinetEmulator(0).start();

    public CabinetEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return "tcp://127.0.0.1:" + emulator.port();
    }

    @Override
    public void door(boolean open) {
        emulator.set(Contact.DOOR, open);
    }

    @Override
    public void tamper(boolean on) {
        emulator.set(Contact.TAMPER, on);
    }

    @Override
    public void headphones(boolean in) {
        emulator.set(Contact.HEADPHONES, in);
    }

    @Override
    public void supervisor(boolean on) {
        emulator.set(Contact.SWITCH_SUPERVISOR, on);
    }

    @Override
    public boolean isLit(Light light) {
        return emulator.isLit(Lamp.valueOf(light.name()));
    }

    @Override
    public void putBack() {
        plugCable();
        for (Contact contact : Contact.values()) {
            emulator.set(contact, false);
        }
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
