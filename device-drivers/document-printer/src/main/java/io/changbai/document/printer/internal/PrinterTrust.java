package io.changbai.document.printer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom the terminal believes to be its printer over {@code ipps}. Printers come with certificates they signed themselves:
 * such a certificate is named by the site, never accepted unseen, and its name must be the printer's.
 */
final class PrinterTrust {

    /** The authorities every Java trusts. */
    static final PrinterTrust PUBLIC = new PrinterTrust(Optional.empty());

    private final Optional<Path> pem;

    private PrinterTrust(Optional<Path> pem) {
        this.pem = pem;
    }

    /** @param pem a file below the data directory, or an absolute one; blank for {@link #PUBLIC} */
    static PrinterTrust of(String data, String pem) {
        return pem.isBlank()
                ? PUBLIC
                : new PrinterTrust(
                        Optional.of(Path.of(data == null ? "." : data, "").resolve(pem)));
    }

    /**
     * Read when the first connection is made, so that a certificate put there later needs no restart.
     *
     * @throws IOException the file is not there or holds no certificate
     */
    SSLContext context() throws IOException {
        try {
            if (pem.isEmpty()) {
                return SSLContext.getDefault();
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(pem.get()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("trust.pem cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore store(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            for (Certificate each : certificates) {
                store.setCertificateEntry("printer-" + store.size(), each);
            }
        }
        if (store.size() == 0) {
            throw new IOException("trust.pem " + pem + " holds no certificate");
        }
        return store;
    }
}
