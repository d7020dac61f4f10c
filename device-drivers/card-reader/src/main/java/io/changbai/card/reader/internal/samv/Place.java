package io.changbai.card.reader.internal.samv;

import java.util.Arrays;

/**
 * A place in the 256 bytes of text.
 *
 * @param offset in bytes from the start of the text, as the data sheet counts
 * @param length in bytes; characters take two, those of the supplementary planes four
 */
record Place(int offset, int length) {

    /**
     * What stands there without the padding at its end; spaces inside belong to names and addresses.
     *
     * @throws BrokenRecordException when it is no text
     */
    String in(byte[] text) throws BrokenRecordException {
        return trimmed(chars(text));
    }

    /** What stands here and goes on at {@code rest}; joined first, because the first part may end with a space that counts. */
    String joined(Place rest, byte[] text) throws BrokenRecordException {
        char[] first = chars(text);
        char[] second = rest.chars(text);
        char[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return trimmed(both);
    }

    char firstChar(byte[] text) {
        return (char) ((text[offset] & 0xFF) | ((text[offset + 1] & 0xFF) << 8));
    }

    private char[] chars(byte[] text) {
        char[] chars = new char[length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = new Place(offset + 2 * i, 2).firstChar(text);
        }
        return chars;
    }

    private static String trimmed(char[] chars) throws BrokenRecordException {
        int end = chars.length;
        if (Character.isHighSurrogate(chars[end - 1])) {
            end--; // an issuer cut a long text in the middle of its last character
        }
        while (end > 0 && (chars[end - 1] == ' ' || chars[end - 1] == 0)) {
            end--;
        }
        String text = new String(chars, 0, end);
        if (!text.codePoints().allMatch(Place::isText)) {
            throw new BrokenRecordException("a character");
        }
        return text;
    }

    /** Private-use characters are text: rare characters of names from before they had a number of their own. */
    private static boolean isText(int codePoint) {
        boolean halfOfAPair = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !halfOfAPair && !Character.isISOControl(codePoint) && (codePoint & 0xFFFE) != 0xFFFE;
    }
}
