package io.changbai.terminal.enrolment.internal;

import io.changbai.terminal.enrolment.Papers;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Papers as they lie on disk.
 *
 * @param codeDigest of the code they were got with
 * @param authority digest of the authority's certificate
 * @param identity key, certificate, and the authority's certificate last
 */
record StoredPapers(
        String codeDigest,
        String authority,
        String terminalId,
        String account,
        String site,
        URI broker,
        KeyAndChain identity) {

    Papers papers() {
        try {
            return new Papers(terminalId, account, site, broker, tls());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key and chain that were checked make no TLS context", e);
        }
    }

    /** TLS 1.3 and 1.2, JDK 17's default; the link switches the check of host names on. */
    private SSLContext tls() throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                "terminal", identity.key(), new char[0], identity.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust(identity.last()).getTrustManagers(), null);
        return context;
    }

    /** Trusts one certificate and nothing else. */
    static TrustManagerFactory trust(X509Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore only = KeyStore.getInstance("PKCS12");
        only.load(null, null);
        only.setCertificateEntry("authority", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(only);
        return trust;
    }
}
