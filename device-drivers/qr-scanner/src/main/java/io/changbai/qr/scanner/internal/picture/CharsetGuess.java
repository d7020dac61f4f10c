package io.changbai.qr.scanner.internal.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Most codes do not say how their bytes are text. ZXing guesses well between UTF-8, Shift_JIS and ISO 8859-1, but does not
 * know GB 18030, in which Chinese codes of older issuers are written. Only what cannot sensibly be the others becomes that.
 */
final class CharsetGuess {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final List<Charset> GUESSES = List.of(UTF_8, ISO_8859_1, SHIFT_JIS, GB18030);
    private static final int FEWEST_HANZI = 2;

    private CharsetGuess() {}

    /** Whether the text is these bytes and nothing else, as it is not when a code has parts in digits or letters. */
    static boolean isWhole(byte[] bytes, String text) {
        return GUESSES.stream().anyMatch(charset -> new String(bytes, charset).equals(text));
    }

    /** @param guessed ZXing's guess */
    static String mended(byte[] bytes, String guessed) {
        boolean latin = new String(bytes, ISO_8859_1).equals(guessed);
        boolean nonsense = new String(bytes, SHIFT_JIS).equals(guessed) && isKatakanaAmongRareKanji(bytes);
        boolean unreadable = guessed.indexOf('\uFFFD') >= 0;
        return (latin || nonsense || unreadable) && isHanziOfGb2312(bytes) ? new String(bytes, GB18030) : guessed;
    }

    /** Every byte above 7F is half of a pair of GB 2312's rows of marks (A1 to A9) and Hanzi (B0 to F7). */
    private static boolean isHanziOfGb2312(byte[] bytes) {
        int hanzi = 0;
        int i = 0;
        while (i < bytes.length) {
            int first = bytes[i] & 0xFF;
            if (first < 0x80) {
                i++;
                continue;
            }
            int second = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            boolean mark = first >= 0xA1 && first <= 0xA9;
            boolean ideograph = first >= 0xB0 && first <= 0xF7;
            if (!(mark || ideograph) || second < 0xA1 || second > 0xFE) {
                return false;
            }
            hanzi += ideograph ? 1 : 0;
            i += 2;
        }
        return hanzi >= FEWEST_HANZI;
    }

    /** As Shift_JIS these would be half-width katakana (A1 to DF) among Kanji of level 2 (lead E0 and up): nobody writes so. */
    private static boolean isKatakanaAmongRareKanji(byte[] bytes) {
        boolean katakana = false;
        boolean rare = false;
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] & 0xFF;
            if (value >= 0x81 && value <= 0x9F) {
                return false; // level 1 Kanji or kana: true Japanese
            }
            katakana |= value >= 0xA1 && value <= 0xDF;
            if (value >= 0xE0) {
                rare = true;
                i++;
            }
        }
        return katakana && rare;
    }
}
