package io.changbai.fleet.authority;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A PKCS#10 request whose maker has proven that the private key is theirs. Only its key counts; its subject and
 * attributes are never read.
 */
public final class SigningRequest {

    private static final int LONGEST = 8192;

    private final PublicKey publicKey;

    private SigningRequest(PublicKey publicKey) {
        this.publicKey = publicKey;
    }

    /** The request in that PEM text; empty when it is none, its key is not EC P-256, or its proof of possession fails. */
    public static Optional<SigningRequest> parse(String pem) {
        if (pem == null || pem.length() > LONGEST) {
            return Optional.empty();
        }
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return parser.readObject() instanceof PKCS10CertificationRequest request
                    ? checked(new JcaPKCS10CertificationRequest(request))
                    : Optional.empty();
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | RuntimeException e) {
            // BouncyCastle answers hostile ASN.1 with runtime exceptions of many kinds.
            return Optional.empty();
        }
    }

    /** The key to be certified. */
    public PublicKey publicKey() {
        return publicKey;
    }

    private static Optional<SigningRequest> checked(JcaPKCS10CertificationRequest request)
            throws GeneralSecurityException, OperatorCreationException, PKCSException {
        PublicKey key = request.getPublicKey();
        boolean proven =
                Keys.isP256(key) && request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        return proven ? Optional.of(new SigningRequest(key)) : Optional.empty();
    }
}
