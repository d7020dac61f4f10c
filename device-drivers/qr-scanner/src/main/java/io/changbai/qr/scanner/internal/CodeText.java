package io.changbai.qr.scanner.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Codes do not say how their text is encoded. */
final class CodeText {

    private static final List<Charset> STRICT = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private CodeText() {}

    /** The first that fits of UTF-8 and GB18030, both strict, else ISO 8859-1, which fits always. */
    static String decode(byte[] code) {
        for (Charset charset : STRICT) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(code)).toString();
            } catch (CharacterCodingException e) {
                // the next one, then
            }
        }
        return new String(code, StandardCharsets.ISO_8859_1);
    }
}
