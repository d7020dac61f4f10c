package io.changbai.device.emulators.internal.scanner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** {@code 7E 01 30 30 30 30}, {@code @} or {@code #}, commands apart by semicolons, {@code 3B 03}; each is echoed with a verdict. */
public final class NewlandModule extends PlainCodes {
    private static final int LONGEST = 256;
    private static final String HEAD = "~\u00010000";
    private static final String REPLY_HEAD = "\u0002\u00010000";
    private static final String TAIL = ";\u0003";
    private static final char DONE = 0x06;
    private static final char UNSUPPORTED = 0x15;
    private static final char OUT_OF_RANGE = 0x05;
    /** Trigger, trigger mode, one-read time-out, same-code delay, factory settings. */
    private static final List<String> TAGS = List.of("SCNTRG", "SCNMOD", "ORTSET", "RRDDUR", "FACDEF");

    private final Eye eye;
    private String mode = "0";

    public NewlandModule(Eye eye) {
        this.eye = eye;
    }

    @Override
    public void serve(Wire wire) throws IOException {
        InputStream in = wire.in();
        StringBuilder heard = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '~' || heard.length() > LONGEST) {
                heard.setLength(0);
            }
            heard.append((char) next);
            if (heard.indexOf(HEAD) == 0 && heard.indexOf(TAIL) > 0) {
                obey(wire, heard.substring(HEAD.length(), heard.length() - TAIL.length()));
                heard.setLength(0);
            }
        }
    }

    private void obey(Wire wire, String commands) throws IOException {
        if (eye.mood() == Mood.DEAF || commands.isEmpty()) {
            return;
        }
        StringBuilder reply = new StringBuilder(REPLY_HEAD).append(commands.charAt(0));
        String between = "";
        for (String command : commands.substring(1).split(";", -1)) {
            reply.append(between).append(carryOut(command));
            between = ";";
        }
        if (eye.mood() != Mood.OBEYS_SILENTLY) {
            wire.send(reply.append(TAIL).toString().getBytes(ISO_8859_1));
        }
    }

    private String carryOut(String command) {
        if (eye.mood() == Mood.REFUSES || TAGS.stream().noneMatch(command::startsWith)) {
            return command + UNSUPPORTED;
        } else if (command.equals("SCNMOD*")) {
            return "SCNMOD" + mode + DONE;
        } else if (command.startsWith("SCNMOD")) {
            return command + (setMode(command.substring(6)) ? DONE : OUT_OF_RANGE);
        } else if (command.startsWith("SCNTRG")) {
            eye.arm(command.endsWith("1"));
        }
        return command + DONE;
    }

    private boolean setMode(String next) {
        boolean known = List.of("0", "2", "3").contains(next);
        mode = known ? next : mode;
        return known;
    }
}
