package io.changbai.fleet.authority;

import org.bouncycastle.asn1.x509.KeyPurposeId;

/** The one thing a certificate of ours may be used for. */
enum CertificateUse {
    SERVER(KeyPurposeId.id_kp_serverAuth),
    CLIENT(KeyPurposeId.id_kp_clientAuth);

    private final KeyPurposeId purpose;

    CertificateUse(KeyPurposeId purpose) {
        this.purpose = purpose;
    }

    KeyPurposeId purpose() {
        return purpose;
    }
}
