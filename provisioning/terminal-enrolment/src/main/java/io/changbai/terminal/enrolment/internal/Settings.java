package io.changbai.terminal.enrolment.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where to enrol and with what.
 *
 * @param url without {@code /enrol}
 * @param authority lower-case hex SHA-256 of the authority's certificate
 * @param account expected account; empty for any
 */
record Settings(String url, String code, String authority, String account) {

    Settings {
        url = url.strip();
        code = code.strip();
        authority = authority.replace(":", "").strip().toLowerCase(Locale.ROOT);
        account = account.strip();
    }

    boolean canAsk() {
        return !url.isEmpty() && !code.isEmpty() && !authority.isEmpty();
    }

    /** Names the code on disk without holding it. */
    String codeDigest() {
        return Digests.sha256(code.getBytes(StandardCharsets.UTF_8));
    }

    /** Never shows the code. */
    @Override
    public String toString() {
        return "Settings[" + url + "]";
    }
}
