package io.changbai.terminal.enrolment.internal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its certificates, its own first. Before the authority has answered the only one is self-signed: it
 * carries the public key, and PKCS#12 keeps no key without one.
 */
record KeyAndChain(PrivateKey key, List<X509Certificate> chain) {

    KeyAndChain {
        chain = List.copyOf(chain);
    }

    X509Certificate own() {
        return chain.get(0);
    }

    X509Certificate last() {
        return chain.get(chain.size() - 1);
    }

    @Override
    public String toString() {
        return "KeyAndChain[redacted]";
    }
}
