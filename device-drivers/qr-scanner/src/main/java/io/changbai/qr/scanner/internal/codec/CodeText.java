package io.changbai.qr.scanner.internal.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code as text. Most codes do not say how their text is encoded; some modules put an AIM identifier ({@code ]Q1}) and an
 * ECI number ({@code \000026} is UTF-8) before it, and then double every backslash of the code.
 *
 * @param text decoded, without identifier and ECI number
 * @param symbology the AIM identifier, or empty
 */
public record CodeText(String text, String symbology) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Charset> STRICT = List.of(StandardCharsets.UTF_8, GB18030);
    private static final Map<String, Charset> ECI = Map.of(
            "000003",
            StandardCharsets.ISO_8859_1,
            "000026",
            StandardCharsets.UTF_8,
            "000029",
            GB18030,
            "000032",
            GB18030);

    private static final Pattern AIM = Pattern.compile("^][A-Za-z][0-9A-Za-z]");
    private static final Pattern ECI_PREFIX = Pattern.compile("^(][A-Za-z][0-9A-Za-z])?\\\\(\\d{6})");

    /** @param aimIdentifier whether the module is set to put an AIM identifier before each code */
    public static CodeText of(byte[] code, boolean aimIdentifier) {
        String start = new String(code, 0, Math.min(code.length, 10), StandardCharsets.ISO_8859_1);
        Matcher eci = ECI_PREFIX.matcher(start);
        if (eci.find() && ECI.containsKey(eci.group(2))) {
            return declared(code, eci);
        }
        boolean labelled = aimIdentifier && AIM.matcher(start).find();
        return labelled ? new CodeText(decode(rest(code, 3)), start.substring(0, 3)) : new CodeText(decode(code), "");
    }

    private static CodeText declared(byte[] code, Matcher eci) {
        byte[] rest = rest(code, eci.end());
        String text = strict(rest, ECI.get(eci.group(2)));
        String aim = eci.group(1) == null ? "" : eci.group(1);
        return new CodeText((text == null ? decode(rest) : text).replace("\\\\", "\\"), aim);
    }

    private static byte[] rest(byte[] code, int from) {
        return Arrays.copyOfRange(code, from, code.length);
    }

    /** The first that fits of UTF-8 and GB18030, both strict, else ISO 8859-1, which fits always. */
    private static String decode(byte[] code) {
        for (Charset charset : STRICT) {
            String text = strict(code, charset);
            if (text != null) {
                return text;
            }
        }
        return new String(code, StandardCharsets.ISO_8859_1);
    }

    /** Null when {@code code} is not in {@code charset}. */
    private static String strict(byte[] code, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(code)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Says nothing of the code but its length. */
    @Override
    public String toString() {
        return "CodeText[" + text.length() + " characters]";
    }
}
