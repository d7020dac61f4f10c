package io.changbai.cabinet.internal.voice;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Lines of SSIP, the protocol of speech-dispatcher. Pure; any bytes in, never an exception out. */
final class Ssip {

    static final int LONGEST_LINE = 512;

    static final int BEGIN = 701;
    static final int END = 702;
    static final int CANCELLED = 703;

    /**
     * A line of an answer or of an event.
     *
     * @param code 200 to 299 done, 300 to 599 refused, 700 to 799 an event; 0 for what is no line of SSIP
     * @param last whether the answer ends with it
     */
    record Line(int code, boolean last, String text) {

        boolean isEvent() {
            return code >= 700 && code < 800;
        }

        boolean isDone() {
            return code >= 200 && code < 300;
        }
    }

    private Ssip() {}

    static byte[] command(String words) {
        return (words + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A text after SPEAK: a line that begins with a dot gets another one, a dot alone ends it. */
    static byte[] text(String text) {
        StringBuilder sent = new StringBuilder();
        text.lines()
                .forEach(line -> sent.append(line.startsWith(".") ? "." : "")
                        .append(line)
                        .append("\r\n"));
        return sent.append(".\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The language as speech-dispatcher knows it: without a country. */
    static String language(String language) {
        return language.split("-")[0].toLowerCase(Locale.ROOT);
    }

    static Line decode(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8).strip();
        if (bytes.length > LONGEST_LINE || !line.matches("\\d{3}[ -].*")) {
            return new Line(0, true, "");
        }
        return new Line(Integer.parseInt(line.substring(0, 3)), line.charAt(3) == ' ', line.substring(4));
    }
}
