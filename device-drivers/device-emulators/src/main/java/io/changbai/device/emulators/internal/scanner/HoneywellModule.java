package io.changbai.device.emulators.internal.scanner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** SYN T CR arms, SYN U CR disarms, SYN M CR begins a menu command, which is echoed. */
public final class HoneywellModule extends PlainCodes {
    private static final int SYN = 0x16;
    private static final int CR = 0x0D;
    private static final char ACK = 0x06;
    private static final char ENQ = 0x05;
    private static final char NAK = 0x15;
    /** No menu command of the module is longer; a host that never ends one must not fill the memory. */
    private static final int LONGEST_COMMAND = 128;
    /** The menu tags that this module knows: trigger, suffix, revision, defaults, time-out, baud rate. */
    private static final List<String> TAGS =
            List.of("TRGMOD", "TRGSTO", "VSUFCR", "SUFBK2", "SUFCA2", "REVINF", "DEFALT", "232BAD");

    private final Eye eye;

    public HoneywellModule(Eye eye) {
        this.eye = eye;
    }

    @Override
    public void serve(Wire wire) throws IOException {
        InputStream in = wire.in();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == SYN) {
                obey(wire, in.read(), in.read());
            }
        }
    }

    private void obey(Wire wire, int command, int end) throws IOException {
        if (end != CR || eye.mood() == Mood.DEAF) {
            return;
        }
        switch (command) {
            case 'T' -> eye.arm(true);
            case 'U' -> eye.arm(false);
            case 'M' -> menu(wire);
            default -> {
                // The module ignores what it does not know.
            }
        }
    }

    /** A menu command ends with a full stop (kept) or an exclamation mark (until power-off) and is echoed. */
    private void menu(Wire wire) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int next = wire.in().read();
        while (next >= 0 && next != '.' && next != '!' && text.size() < LONGEST_COMMAND) {
            text.write(next);
            next = wire.in().read();
        }
        if (eye.mood() == Mood.OBEYS_SILENTLY) {
            return;
        }
        String tag = text.toString(ISO_8859_1);
        String told = tag.equals("REVINF") ? tag + "Emulated N36: BOOT 1.0\r\nFIRMWARE 2.11" : tag;
        wire.send((told + verdict(tag) + (char) next).getBytes(ISO_8859_1));
    }

    private char verdict(String tag) {
        if (eye.mood() == Mood.REFUSES) {
            return NAK;
        }
        return TAGS.stream().anyMatch(tag::startsWith) ? ACK : ENQ;
    }
}
