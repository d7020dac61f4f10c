package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.changbai.device.emulators.internal.scanner.FreeRunningModule;
import io.changbai.device.emulators.internal.scanner.Gm65Module;
import io.changbai.device.emulators.internal.scanner.HidPosModule;
import io.changbai.device.emulators.internal.scanner.HoneywellModule;
import io.changbai.device.emulators.internal.scanner.NewlandModule;
import io.changbai.device.emulators.internal.scanner.ScannerModule;
import io.changbai.device.emulators.internal.scanner.SsiModule;
import io.changbai.device.emulators.internal.wire.Wire;
import io.changbai.device.emulators.internal.wire.WireServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A scanner module. Makes that are triggered read a held code once when they are armed; then it counts as taken away and
 * the light goes out. Free-running makes are always armed and read what is held again and again until it is taken away.
 */
public final class QrScannerEmulator implements AutoCloseable {

    /** What kind of module it is. */
    public enum Make {
        HONEYWELL,
        NEWLAND,
        GM65,
        SSI,
        PLAIN,
        HID_ACCESS_IS,
        HID_IDTECH
    }

    private static final Duration BETWEEN_READS = Duration.ofMillis(250);

    private final WireServer server;
    private final QrScannerFaults faults = new QrScannerFaults();
    private ScannerModule module;
    private Make make;
    private byte[] held;
    private boolean armed;
    private int reads;
    private Thread reading;

    /** A Honeywell that will listen on {@code port}, or on any free one when that is 0. */
    public QrScannerEmulator(int port) {
        this(port, Make.HONEYWELL);
    }

    /** A module of {@code make} that will listen on {@code port}, or on any free one when that is 0. */
    public QrScannerEmulator(int port, Make make) {
        this.make = make;
        this.module = module(make);
        server = new WireServer("qr-scanner", port, wire -> current().serve(wire));
    }

    private ScannerModule module(Make kind) {
        ScannerModule.Eye eye = faults.eye(this::arm);
        return switch (kind) {
            case HONEYWELL -> new HoneywellModule(eye);
            case NEWLAND -> new NewlandModule(eye);
            case GM65 -> new Gm65Module(eye);
            case SSI -> new SsiModule(eye);
            case PLAIN -> new FreeRunningModule();
            case HID_ACCESS_IS -> new HidPosModule(true);
            case HID_IDTECH -> new HidPosModule(false);
        };
    }

    private synchronized ScannerModule current() {
        return module;
    }

    public QrScannerEmulator start() {
        server.plug();
        return this;
    }

    public int port() {
        return server.port();
    }

    public synchronized Make make() {
        return make;
    }

    /** Another module is put in; the host sees a pulled cable meanwhile. */
    public void replaceBy(Make next) {
        boolean wasPlugged = plugged();
        unplug();
        synchronized (this) {
            make = next;
            module = module(next);
        }
        if (wasPlugged) {
            plug();
        }
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
        notifyAll();
    }

    /** Sends a code although nobody armed the scanner, as free-running modules and late reads do. */
    public void blurt(String text) {
        deliver(text.getBytes(UTF_8));
    }

    public synchronized boolean isArmed() {
        return armed || module.isFreeRunning();
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

    /** Whether a host listens now; what is sent without one is lost. */
    public boolean hasHost() {
        return server.wire().isPresent();
    }

    public boolean plugged() {
        return server.plugged();
    }

    @Override
    public void close() {
        takeAway();
        server.close();
    }

    private void arm(boolean on) {
        synchronized (this) {
            armed = on;
        }
        read();
    }

    private void read() {
        byte[] code;
        synchronized (this) {
            if (module.isFreeRunning()) {
                readOnAndOn();
                return;
            }
            if (!armed || held == null || faults.isMute()) {
                return;
            }
            code = held;
            held = null;
            armed = false;
        }
        deliver(code);
    }

    private synchronized void readOnAndOn() {
        if (reading == null && held != null) {
            reading = new Thread(this::readUntilTakenAway, "emulator-qr-scanner-reads");
            reading.setDaemon(true);
            reading.start();
        }
    }

    private void readUntilTakenAway() {
        for (Optional<byte[]> seen = next(); seen.isPresent(); seen = next()) {
            if (!faults.isMute()) {
                deliver(seen.get());
            }
            rest();
        }
    }

    /** What is held, or nothing: then the reading ends. */
    private synchronized Optional<byte[]> next() {
        if (held == null) {
            reading = null;
        }
        return Optional.ofNullable(held);
    }

    private synchronized void rest() {
        byte[] before = held;
        long end = System.nanoTime() + BETWEEN_READS.toNanos();
        long left = BETWEEN_READS.toMillis();
        try {
            while (left > 0 && Arrays.equals(held, before)) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            held = null; // nobody interrupts but the end of the machine
        }
    }

    private void deliver(byte[] code) {
        byte[] suffix = faults.suffix().bytes().getBytes(ISO_8859_1);
        Optional<Wire> wire = server.wire();
        for (int i = 0; i < faults.repeats() && wire.isPresent(); i++) {
            send(wire.get(), code, suffix);
        }
    }

    private void send(Wire wire, byte[] code, byte[] suffix) {
        try {
            current().send(wire, code, suffix, faults.piece(code.length + suffix.length + 64));
            synchronized (this) {
                reads++;
            }
        } catch (IOException e) {
            // The host hung up between the beep and the last byte; the code is lost, as it would be.
            wire.close();
        }
    }
}
