package io.changbai.fleet.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where one identity lies on disk, and how TLS uses it.
 *
 * @param key PKCS#8 in PEM, readable by its owner only
 * @param chain PEM, own certificate first
 * @param authority PEM of the only authority this identity trusts
 */
public record Credentials(Path key, Path chain, Path authority) {

    private static final char[] NO_PASSWORD = {};

    public X509Certificate certificate() throws IOException {
        return Pem.readChain(chain).get(0);
    }

    public KeyManagerFactory keyManagers() throws IOException {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keyStore(NO_PASSWORD), NO_PASSWORD);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use " + key, e);
        }
    }

    public TrustManagerFactory trustManagers() throws IOException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trustStore());
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use " + authority, e);
        }
    }

    /** Presents this identity and trusts only its authority. */
    public SSLContext sslContext() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers().getKeyManagers(), trustManagers().getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot set TLS up", e);
        }
    }

    /** Key and chain as PKCS#12, for servers that want a store. */
    public KeyStore keyStore(char[] password) throws IOException {
        try {
            KeyStore store = empty();
            List<X509Certificate> certificates = Pem.readChain(chain);
            store.setKeyEntry("own", Pem.readKey(key), password, certificates.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use " + key, e);
        }
    }

    /** The authority alone as PKCS#12. */
    public KeyStore trustStore() throws IOException {
        try {
            KeyStore store = empty();
            store.setCertificateEntry("authority", Pem.readChain(authority).get(0));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use " + authority, e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
