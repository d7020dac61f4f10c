package io.changbai.receipt.printer.internal;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The characters in a printer's ROM. Printers take GB18030 bytes, but their fonts cover only areas of one and two bytes;
 * what lies outside comes out blank or as garbage.
 */
enum RomCharset {
    GB2312("GB2312"),
    GBK("GBK"),
    GB18030_2BYTE("GB18030");

    /** Made with the first text: asking an encoder for each character would cost more than all the rest of a receipt. */
    private static final Map<RomCharset, BitSet> CHARACTERS = new ConcurrentHashMap<>();

    private final String charset;

    RomCharset(String charset) {
        this.charset = charset;
    }

    /** The bytes to send in Chinese mode, or empty when the ROM lacks one of the characters. */
    Optional<byte[]> encode(String text) {
        Charset bytes = Charset.forName(charset);
        BitSet rom = CHARACTERS.computeIfAbsent(this, missing -> made(bytes));
        return text.codePoints().allMatch(rom::get) ? Optional.of(text.getBytes(bytes)) : Optional.empty();
    }

    private static BitSet made(Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        BitSet rom = new BitSet(Character.MAX_VALUE + 1);
        rom.set(0x20, 0x7F);
        for (char each = 0x80; each < Character.MAX_VALUE; each++) {
            // GB encodings have user-defined areas; a ROM has nothing there.
            boolean common = !Character.isSurrogate(each) && Character.getType(each) != Character.PRIVATE_USE;
            if (common && encoder.canEncode(each) && String.valueOf(each).getBytes(charset).length == 2) {
                rom.set(each);
            }
        }
        return rom;
    }
}
