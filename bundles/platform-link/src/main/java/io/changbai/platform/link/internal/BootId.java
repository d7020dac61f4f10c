package io.changbai.platform.link.internal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names one life of the application: 16 hex digits, random. */
final class BootId {

    private BootId() {}

    static String fresh() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
