package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.modbus.ModbusBoard;
import io.changbai.device.emulators.internal.wire.WireServer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The signals of a cabinet on an I/O board that speaks Modbus RTU (unit 1, 8 inputs, 16 coils): contacts that hands open
 * and close, and lamps that can be looked at. Contacts that guard something are closed loops: a low level is the alarm.
 */
public final class CabinetEmulator implements AutoCloseable {
    /** The contacts, in the order of the board's inputs. */
    public enum Contact {
        /** High is closed. */
        DOOR(true),
        /** High is untouched. */
        TAMPER(true),
        PRESENCE(false),
        SWITCH_MAINTENANCE(false),
        SWITCH_SUPERVISOR(false),
        HEADPHONES(false),
        /** High is mains. */
        POWER_FAIL(true);

        private final boolean closedLoop;

        Contact(boolean closedLoop) {
            this.closedLoop = closedLoop;
        }

        public int line() {
            return ordinal();
        }
    }

    /** The lamps, in the order of the board's coils. */
    public enum Lamp {
        CARD_READER,
        CONTACTLESS,
        SCANNER,
        PIN_PAD,
        RECEIPT_PRINTER,
        DOCUMENT_PRINTER,
        STATUS_GOOD,
        STATUS_WARNING,
        STATUS_BAD,
        BEEPER
    }

    private final ModbusFaults faults = new ModbusFaults();
    private final ModbusBoard board = new ModbusBoard(1, 8, 16, faults);
    private final WireServer server;
    private final Set<Contact> active = EnumSet.noneOf(Contact.class);

    /** A board that will listen on {@code port}, or on any free one when that is 0. */
    public CabinetEmulator(int port) {
        server = new WireServer("cabinet", port, board::serve);
        for (Contact contact : Contact.values()) {
            set(contact, false);
        }
    }

    public CabinetEmulator start() {
        server.plug();
        return this;
    }

    public int port() {
        return server.port();
    }

    /** What a hand does: opens the door, hits the cabinet, steps up, turns the switch, plugs headphones in. */
    public synchronized void set(Contact contact, boolean on) {
        if (on) {
            active.add(contact);
        } else {
            active.remove(contact);
        }
        board.input(contact.line(), on != contact.closedLoop);
    }

    public synchronized boolean is(Contact contact) {
        return active.contains(contact);
    }

    /** Whether the lamp is lit in this moment; a blinking one goes on and off. */
    public boolean isLit(Lamp lamp) {
        return board.coil(lamp.ordinal());
    }

    /** Lamps that were lit within the last two seconds: all that glow, whether they blink or not. */
    public List<Lamp> glowing() {
        List<Lamp> glowing = new ArrayList<>();
        for (Lamp lamp : Lamp.values()) {
            if (board.wasSetWithin(lamp.ordinal(), 2_000)) {
                glowing.add(lamp);
            }
        }
        return glowing;
    }

    /** The board's own troubles. */
    public ModbusFaults faults() {
        return faults;
    }

    public void unplug() {
        server.unplug();
    }

    public void plug() {
        server.plug();
    }

    public boolean plugged() {
        return server.plugged();
    }

    @Override
    public void close() {
        server.close();
    }
}
