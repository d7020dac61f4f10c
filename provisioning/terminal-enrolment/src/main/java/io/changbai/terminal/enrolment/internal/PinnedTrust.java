package io.changbai.terminal.enrolment.internal;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * For first contact: the server shows its chain with the authority's certificate in it; that one must have the pinned
 * digest, and everything else (signatures, validity, purpose, host name) is then the JDK's own check with that certificate
 * as the only anchor. The machine's list of public authorities plays no part.
 */
final class PinnedTrust extends X509ExtendedTrustManager {

    private final String pin;

    PinnedTrust(String pin) {
        this.pin = pin;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        anchoredIn(chain).checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        anchoredIn(chain).checkServerTrusted(chain, authType, engine);
    }

    /** Without the connection there is no host name to check, so nobody is trusted. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no connection to check the host name of");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("nobody is a client here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("nobody is a client here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("nobody is a client here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private X509ExtendedTrustManager anchoredIn(X509Certificate[] chain) throws CertificateException {
        for (X509Certificate certificate : chain) {
            if (Digests.sha256(certificate).equals(pin)) {
                return only(certificate);
            }
        }
        throw new CertificateException("the pinned authority is not in the chain");
    }

    private static X509ExtendedTrustManager only(X509Certificate authority) throws CertificateException {
        try {
            for (TrustManager manager : StoredPapers.trust(authority).getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager extended) {
                    return extended;
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException("no anchor", e);
        }
        throw new CertificateException("no anchor");
    }
}
