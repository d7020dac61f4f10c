package io.changbai.cabinet.internal.power;

import io.changbai.cabinet.internal.power.NutReply.Broken;
import io.changbai.cabinet.internal.power.NutReply.Err;
import io.changbai.cabinet.internal.power.NutReply.Var;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of the NUT network protocol. Pure; any bytes in, never an exception out. */
final class Nut {

    /** Longest line upsd sends is far below; what is longer is not upsd. */
    static final int LONGEST_LINE = 1_024;

    private static final int MOST_WORDS = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Nut() {}

    static byte[] listUps() {
        return "LIST UPS\n".getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] get(String ups, String variable) {
        return ("GET VAR " + ups + " " + variable + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A name that can stand in a question: nothing that ends a line or a word. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** One line that answers a question for a variable. */
    static NutReply decode(byte[] line) {
        if (line.length > LONGEST_LINE) {
            return new Broken("a line of " + line.length + " bytes");
        }
        List<String> words = words(new String(line, StandardCharsets.UTF_8).strip());
        if (words.size() >= 2 && words.get(0).equals("ERR")) {
            return new Err(words.get(1));
        }
        if (words.size() == 4 && words.get(0).equals("VAR") && isName(words.get(1)) && isName(words.get(2))) {
            return new Var(words.get(1), words.get(2), words.get(3));
        }
        if (words.size() >= 2 && words.get(0).equals("UPS") && isName(words.get(1))) {
            return new NutReply.UpsList(List.of(words.get(1)));
        }
        return new Broken(words.isEmpty() ? "an empty line" : "a line of " + words.size() + " words");
    }

    /** Words, quoted or not; {@code \} takes the next character as it is (protocol §"quoting"). */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < line.length() && words.size() < MOST_WORDS; i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                begun = true;
            } else if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (c == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
