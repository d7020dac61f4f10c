package io.changbai.terminal.enrolment.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes the terminal's key, EC P-256, and the PKCS#10 request that shows it. */
final class CertificateRequest {

    /** The authority gives the name; this one only has to be there. */
    private static final X500Name UNNAMED = new X500Name("CN=unnamed terminal");

    private CertificateRequest() {}

    static KeyAndChain freshKey() throws EnrolmentException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Instant now = Instant.now();
            var placeholder = new JcaX509v3CertificateBuilder(
                    UNNAMED,
                    BigInteger.ONE,
                    Date.from(now),
                    Date.from(now.plus(Duration.ofDays(1))),
                    UNNAMED,
                    pair.getPublic());
            return new KeyAndChain(
                    pair.getPrivate(),
                    List.of(new JcaX509CertificateConverter()
                            .getCertificate(placeholder.build(signer(pair.getPrivate())))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw EnrolmentException.keyStore("This Java cannot make an EC P-256 key.", e);
        }
    }

    static String pem(KeyAndChain request) throws EnrolmentException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(new JcaPKCS10CertificationRequestBuilder(
                            UNNAMED, request.own().getPublicKey())
                    .build(signer(request.key())));
        } catch (IOException | OperatorCreationException e) {
            throw EnrolmentException.keyStore("The stored key cannot sign; delete request.p12 and use a new code.", e);
        }
        return text.toString();
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }
}
