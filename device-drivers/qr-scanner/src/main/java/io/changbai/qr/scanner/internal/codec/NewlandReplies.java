package io.changbai.qr.scanner.internal.codec;

import java.nio.charset.StandardCharsets;

/**
 * {@code 02 01 30 30 30 30}, the echo of the command, {@code 06} (done), {@code 15} (unsupported) or {@code 05} (out of
 * range), {@code 3B 03}. With several commands in one, each has its own verdict.
 */
final class NewlandReplies implements Replies {

    private static final byte[] HEAD = {2, 1, '0', '0', '0', '0'};
    private static final int LONGEST = 512;

    @Override
    public Look look(byte[] bytes, int size) {
        for (int at = 0; at < Math.min(size, HEAD.length); at++) {
            if (bytes[at] != HEAD[at]) {
                return Look.CODE;
            }
        }
        if (size > LONGEST) {
            return Look.CODE;
        }
        boolean ends = size > HEAD.length + 1 && bytes[size - 2] == ';' && bytes[size - 1] == 3;
        return ends ? whole(bytes, size) : size < 2 ? Look.MAYBE : Look.CERTAIN;
    }

    private static Look whole(byte[] bytes, int size) {
        String body = new String(bytes, HEAD.length, size - HEAD.length - 2, StandardCharsets.ISO_8859_1);
        boolean accepted = body.indexOf(6) >= 0 && body.indexOf(0x15) < 0 && body.indexOf(5) < 0;
        return Look.whole(accepted, body);
    }
}
