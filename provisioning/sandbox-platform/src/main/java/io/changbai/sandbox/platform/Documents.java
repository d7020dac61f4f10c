package io.changbai.sandbox.platform;

import io.changbai.platform.messages.core.DocumentVerdict;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, check codes and the address under which anybody can ask whether a document is genuine. */
final class Documents {

    static final String CERTIFICATE = "CB";
    static final String CERTIFICATION = "PC";

    private static final DocumentVerdict FALSE = new DocumentVerdict(false, null, null);
    private static final Pattern NUMBER = Pattern.compile("(CB|PC)-[0-9]{4}-[0-9]{7}");
    private static final Pattern PATH = Pattern.compile(".*/verify/(" + NUMBER.pattern() + ")");
    private static final Pattern QUERY = Pattern.compile("c=([A-Za-z0-9_-]{16})");
    private static final int LONGEST_URL = 500;

    private final Ledger ledger;
    private final CheckCodes codes;
    private final String publicUrl;

    /** @param publicUrl without a slash at the end */
    Documents(Ledger ledger, CheckCodes codes, String publicUrl) {
        this.ledger = ledger;
        this.codes = codes;
        this.publicUrl = publicUrl;
    }

    static String number(String kind, int year, long count) {
        return String.format("%s-%04d-%07d", kind, year, count);
    }

    String url(String number) {
        return publicUrl + "/verify/" + number + "?c=" + codes.of(number);
    }

    /** @param url as read from a QR code by anybody; hostile until parsed */
    DocumentVerdict verdict(String url) throws SQLException {
        if (url == null || url.length() > LONGEST_URL) {
            return FALSE;
        }
        try {
            URI uri = new URI(url);
            return verdict(uri.getPath(), uri.getQuery());
        } catch (URISyntaxException e) {
            return FALSE;
        }
    }

    DocumentVerdict verdict(String path, String query) throws SQLException {
        Matcher number = PATH.matcher(String.valueOf(path));
        Matcher code = QUERY.matcher(String.valueOf(query));
        if (!number.matches() || !code.matches()) {
            return FALSE;
        }
        boolean genuine = codes.isRight(number.group(1), code.group(1)) && ledger.isIssued(number.group(1));
        return genuine ? new DocumentVerdict(true, kind(number.group(2)), number.group(1)) : FALSE;
    }

    private static String kind(String prefix) {
        return prefix.equals(CERTIFICATE) ? "PARTICIPATION_CERTIFICATE" : "PENSION_CERTIFICATION";
    }
}
