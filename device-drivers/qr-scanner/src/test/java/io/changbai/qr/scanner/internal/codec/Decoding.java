package io.changbai.qr.scanner.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a decoder makes of bytes, in words. */
final class Decoding {

    private Decoding() {}

    static List<String> feed(Decoder decoder, String latin) {
        return feed(decoder, latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    static List<String> feed(Decoder decoder, byte[] bytes) {
        List<String> heard = new ArrayList<>();
        for (byte one : bytes) {
            decoder.take(one).forEach(each -> heard.add(words(each)));
        }
        return heard;
    }

    static List<String> feedHex(Decoder decoder, String hex) {
        return feed(decoder, hex(hex));
    }

    static List<String> silence(Decoder decoder) {
        return decoder.silence().stream().map(Decoding::words).toList();
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static String words(Heard heard) {
        if (heard instanceof Heard.Code code) {
            return code.symbology() + new String(code.bytes(), StandardCharsets.ISO_8859_1);
        } else if (heard instanceof Heard.Reply reply) {
            return (reply.accepted() ? "accepted " : "refused ") + reply.text();
        } else if (heard instanceof Heard.Awaiting awaiting) {
            return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(awaiting.answer());
        }
        return heard.getClass().getSimpleName();
    }
}
