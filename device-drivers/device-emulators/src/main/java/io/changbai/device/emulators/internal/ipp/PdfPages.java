package io.changbai.device.emulators.internal.ipp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/** Counts the pages of a PDF by its page objects, also those inside compressed object streams. */
final class PdfPages {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![A-Za-z])");
    private static final Pattern STREAM = Pattern.compile("stream\r?\n");
    /** No object stream of a certificate is longer; it bounds what a hostile file can unpack to. */
    private static final int LONGEST = 1 << 20;

    private PdfPages() {}

    static boolean looksLikePdf(byte[] document) {
        return document.length > 4 && new String(document, 0, 5, ISO_8859_1).equals("%PDF-");
    }

    /** At least 1: whatever it is, a sheet comes out. */
    static int count(byte[] document) {
        String text = new String(document, ISO_8859_1);
        int pages = occurrences(text);
        Matcher stream = STREAM.matcher(text);
        while (stream.find()) {
            boolean objects = text.substring(Math.max(0, stream.start() - 200), stream.start())
                    .contains("/ObjStm");
            pages += objects ? occurrences(unpacked(document, stream.end())) : 0;
        }
        return Math.max(1, pages);
    }

    private static int occurrences(String text) {
        return (int) PAGE.matcher(text).results().count();
    }

    private static String unpacked(byte[] document, int from) {
        var packed = new ByteArrayInputStream(document, from, document.length - from);
        try (InflaterInputStream in = new InflaterInputStream(packed)) {
            return new String(in.readNBytes(LONGEST), ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
