package io.changbai.device.api.scanner;

/**
 * What stood in a code. It is a credential: in memory only, at most 60 s, never in logs.
 *
 * @param bytes as they stood in the code; of a code that holds no bytes but digits, letters or Kanji, its text in UTF-8
 * @param text by the character set the code names, else by the likeliest
 */
public record ScannedCode(byte[] bytes, String text) {

    /** Says nothing of the code but its length. */
    @Override
    public String toString() {
        return "ScannedCode[" + bytes.length + " bytes]";
    }
}
