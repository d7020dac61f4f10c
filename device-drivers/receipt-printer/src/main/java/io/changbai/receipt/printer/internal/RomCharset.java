package io.changbai.receipt.printer.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * The characters in a printer's ROM. Printers take GB18030 bytes, but their fonts cover only areas of one and two bytes;
 * what lies outside comes out blank or as garbage.
 */
enum RomCharset {
    GB2312("GB2312"),
    GBK("GBK"),
    GB18030_2BYTE("GB18030");

    private final String charset;

    RomCharset(String charset) {
        this.charset = charset;
    }

    /** The bytes to send in Chinese mode, or empty when the ROM lacks one of the characters. */
    Optional<byte[]> encode(String text) {
        if (!text.codePoints().allMatch(this::has)) {
            return Optional.empty();
        }
        return Optional.of(text.getBytes(Charset.forName(charset)));
    }

    private boolean has(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 0x20 && codePoint != 0x7F;
        }
        // GB encodings have user-defined areas; a ROM has nothing there.
        if (!Character.isBmpCodePoint(codePoint) || Character.getType(codePoint) == Character.PRIVATE_USE) {
            return false;
        }
        try {
            ByteBuffer bytes = Charset.forName(charset)
                    .newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(Character.toString(codePoint)));
            return bytes.remaining() == 2;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
