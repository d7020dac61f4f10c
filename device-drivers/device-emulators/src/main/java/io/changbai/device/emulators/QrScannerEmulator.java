package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.changbai.device.emulators.internal.wire.Wire;
import io.changbai.device.emulators.internal.wire.WireServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A serial scanner module of the Honeywell kind in manual trigger mode: SYN T CR arms it, SYN U CR puts its light out.
 * A code held before it is read once as soon as it is armed; then it counts as taken away and the light goes out.
 */
public final class QrScannerEmulator implements AutoCloseable {
    private static final int SYN = 0x16;
    private static final int CR = 0x0D;
    private static final char ACK = 0x06;
    private static final char ENQ = 0x05;
    /** No menu command of the module is longer; a host that never ends one must not fill the memory. */
    private static final int LONGEST_COMMAND = 128;
    /** The menu tags that this module knows: trigger, suffix, revision, defaults, time-out, baud rate. */
    private static final List<String> TAGS =
            List.of("TRGMOD", "TRGSTO", "VSUFCR", "SUFBK2", "SUFCA2", "REVINF", "DEFALT", "232BAD");

    private final WireServer server;
    private final QrScannerFaults faults = new QrScannerFaults();
    private byte[] held;
    private boolean armed;
    private int reads;

    /** A scanner that will listen on {@code port}, or on any free one when that is 0. */
    public QrScannerEmulator(int port) {
        server = new WireServer("qr-scanner", port, this::serve);
    }

    public QrScannerEmulator start() {
        server.plug();
        return this;
    }

    public int port() {
        return server.port();
    }

    /** Holds a code before the scanner until it is read or taken away. */
    public void hold(String text) {
        hold(text.getBytes(UTF_8));
    }

    /** Holds a code of any bytes before the scanner until it is read or taken away. */
    public void hold(byte[] code) {
        byte[] mine = code.clone();
        synchronized (this) {
            held = mine;
        }
        read();
    }

    public synchronized void takeAway() {
        held = null;
    }

    /** Sends a code although nobody armed the scanner, as free-running modules and late reads do. */
    public void blurt(String text) {
        deliver(text.getBytes(UTF_8));
    }

    public synchronized boolean isArmed() {
        return armed;
    }

    public synchronized boolean isHolding() {
        return held != null;
    }

    /** How many codes the module has read and sent. */
    public synchronized int reads() {
        return reads;
    }

    public QrScannerFaults faults() {
        return faults;
    }

    public void unplug() {
        server.unplug();
        synchronized (this) {
            armed = false;
        }
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

    private void serve(Wire wire) throws IOException {
        InputStream in = wire.in();
        int next = in.read();
        while (next >= 0) {
            if (next == SYN) {
                obey(wire, in.read(), in.read());
            }
            next = in.read();
        }
    }

    private void obey(Wire wire, int command, int end) throws IOException {
        if (end != CR || faults.isMute()) {
            return;
        }
        switch (command) {
            case 'T' -> arm(true);
            case 'U' -> arm(false);
            case 'M' -> menu(wire);
            default -> {
                // The module ignores what it does not know.
            }
        }
    }

    private void arm(boolean on) {
        synchronized (this) {
            armed = on;
        }
        read();
    }

    /** A menu command ends with a full stop (kept) or an exclamation mark (until power-off) and is echoed. */
    private void menu(Wire wire) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int next = wire.in().read();
        while (next >= 0 && next != '.' && next != '!' && text.size() < LONGEST_COMMAND) {
            text.write(next);
            next = wire.in().read();
        }
        String tag = text.toString(ISO_8859_1);
        boolean known = TAGS.stream().anyMatch(tag::startsWith);
        wire.send((tag + (known ? ACK : ENQ) + (char) next).getBytes(ISO_8859_1));
    }

    private void read() {
        byte[] code;
        synchronized (this) {
            if (!armed || held == null || faults.isMute()) {
                return;
            }
            code = held;
            held = null;
            armed = false;
        }
        deliver(code);
    }

    private void deliver(byte[] code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(code);
        out.writeBytes(faults.suffix().bytes().getBytes(ISO_8859_1));
        Optional<Wire> wire = server.wire();
        for (int i = 0; i < faults.repeats() && wire.isPresent(); i++) {
            send(wire.get(), out.toByteArray());
        }
    }

    private void send(Wire wire, byte[] bytes) {
        try {
            wire.send(bytes, faults.piece(bytes.length));
            synchronized (this) {
                reads++;
            }
        } catch (IOException e) {
            // The host hung up between the beep and the last byte; the code is lost, as it would be.
            wire.close();
        }
    }
}
