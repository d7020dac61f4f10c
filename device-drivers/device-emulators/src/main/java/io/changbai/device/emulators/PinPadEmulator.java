package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.pin.ClearBlock;
import io.changbai.device.emulators.internal.pin.Dukpt;
import io.changbai.device.emulators.internal.pin.PadLine;
import io.changbai.device.emulators.internal.pin.Typing;
import io.changbai.device.emulators.internal.wire.Wire;
import io.changbai.device.emulators.internal.wire.WireServer;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An encrypting PIN pad, profile {@code stx-etx-lrc}, on a TCP port as behind a serial-to-Ethernet box. Its keys are made
 * at random when it is made and known to nobody else; {@link #open} plays the far platform's security module.
 *
 * <pre>
 *   IDLE ──Z60──► CAPTURING ──enter──► IDLE, 73
 *                     └─ cancel key, 72, time-out, tampering ─► IDLE, 71
 * </pre>
 */
public final class PinPadEmulator implements AutoCloseable {
    private static final String FIELD = "\u001C";

    private final WireServer server;
    private final PinPadFaults faults = new PinPadFaults();
    private final Dukpt keys = new Dukpt();
    private final ScheduledThreadPoolExecutor timer;
    private PadLine line;
    private Typing typing;
    private Future<?> timeOut;
    private int typings;
    private boolean tampered;
    private boolean noKeys;

    /** A pad that will listen on {@code port}, or on any free one when that is 0. */
    public PinPadEmulator(int port) {
        server = new WireServer("pin-pad", port, this::serve);
        timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "emulator-pin-pad-time");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    public PinPadEmulator start() {
        server.plug();
        return this;
    }

    public int port() {
        return server.port();
    }

    public PinPadFaults faults() {
        return faults;
    }

    /** Presses digit keys one after the other; nothing happens when no PIN is wanted. */
    public synchronized void press(String digits) {
        for (int i = 0; i < digits.length() && typing != null; i++) {
            typing.press(digits.charAt(i));
            sayCount();
        }
    }

    /** Presses the correction key. */
    public synchronized void clear() {
        if (typing != null) {
            typing.clear();
            sayCount();
        }
    }

    /** Presses the green key; too few digits are not taken. */
    public synchronized void enter() {
        if (typing != null && typing.isLongEnough()) {
            Typing done = typing;
            forget();
            say(done.answer(keys));
        }
    }

    /** Presses the red key. */
    public synchronized void cancel() {
        end("C");
    }

    /** Somebody opens the housing: the keys are gone. Only the bench can undo that. */
    public synchronized void tamper(boolean on) {
        tampered = on;
        if (on) {
            end("X");
        }
    }

    /** The pad was never given keys, or has used all of them. */
    public synchronized void noKeys(boolean on) {
        noKeys = on;
    }

    public synchronized boolean isCapturing() {
        return typing != null;
    }

    public synchronized boolean isTampered() {
        return tampered;
    }

    public synchronized boolean hasNoKeys() {
        return noKeys;
    }

    /** How many PINs were asked for since the start. */
    public synchronized int typings() {
        return typings;
    }

    /** How many digits stand in the pad. */
    public synchronized int typed() {
        return typing == null ? 0 : typing.count();
    }

    /** The PIN in an encrypted block, as the platform finds it; {@code pan} empty for format 1. */
    public String open(int format, String cipher, String keySerial, String pan) {
        HexFormat hex = HexFormat.of();
        return ClearBlock.pinIn(keys.decrypt(hex.parseHex(keySerial), hex.parseHex(cipher)), format, pan);
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
        timer.shutdownNow();
        server.close();
    }

    private void serve(Wire wire) throws IOException {
        PadLine mine = new PadLine(wire, faults::spoil);
        connected(mine);
        Optional<String> request = mine.next();
        while (request.isPresent()) {
            if (faults.takes()) {
                answer(mine, request.get());
            }
            request = mine.next();
        }
    }

    /** A pad does not notice that its host went away; whatever was typed is asked for anew. */
    private synchronized void connected(PadLine mine) {
        line = mine;
    }

    private synchronized void answer(PadLine to, String request) throws IOException {
        to.acknowledge();
        if (request.equals("11.")) {
            to.send("11." + String.join(FIELD, state(), "PP-EMULATED", "1.0", "89000001"));
        } else if (request.startsWith("Z60.")) {
            begin(request.substring("Z60.".length()));
        } else if (request.startsWith("72.")) {
            callOff(request.substring("72.".length()));
        }
    }

    private void callOff(String reference) {
        if (typing != null && typing.reference().equals(reference)) {
            end("C");
        } else {
            say("71." + reference + FIELD + "C");
        }
    }

    private String state() {
        if (tampered) {
            return "1";
        } else if (noKeys) {
            return "2";
        }
        return typing == null ? "0" : "3";
    }

    private void begin(String text) {
        end("C");
        Optional<Typing> request = Typing.parse(text);
        typing = request.orElse(null);
        if (request.isEmpty()) {
            say("71." + text.substring(0, Math.min(4, text.length())) + FIELD + "E");
        } else if (tampered) {
            end("X");
        } else if (noKeys) {
            end("K");
        } else {
            typings++;
            Typing begun = typing;
            timeOut = timer.schedule(() -> timeIsUp(begun), begun.seconds(), TimeUnit.SECONDS);
        }
    }

    private synchronized void timeIsUp(Typing which) {
        if (typing == which) {
            end("T");
        }
    }

    private void end(String reason) {
        if (typing != null) {
            String reference = typing.reference();
            typing.clear();
            forget();
            say("71." + reference + FIELD + reason);
        }
    }

    private void forget() {
        typing = null;
        if (timeOut != null) {
            timeOut.cancel(false);
            timeOut = null;
        }
    }

    private void sayCount() {
        say(String.format("70.%s%s%02d", typing.reference(), FIELD, typing.count()));
    }

    private void say(String body) {
        try {
            if (line != null) {
                line.send(body);
            }
        } catch (IOException e) {
            line = null; // nobody listens any more
        }
    }
}
