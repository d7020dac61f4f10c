package io.changbai.fleet.authority;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** PKCS#10 requests, good and bad, as terminals and strangers make them. */
public final class Requests {

    private Requests() {}

    public static KeyPair newKey() {
        return Keys.newKeyPair();
    }

    public static String good(String subject) {
        return of(newKey(), subject);
    }

    public static String of(KeyPair pair, String subject) {
        try {
            return pem(pair, pair.getPrivate(), "SHA256withECDSA", subject);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String signedByAnotherKey() throws Exception {
        return pem(newKey(), newKey().getPrivate(), "SHA256withECDSA", "T-1");
    }

    static String rsa() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        return pem(pair, pair.getPrivate(), "SHA256withRSA", "T-1");
    }

    private static String pem(KeyPair pair, PrivateKey signer, String algorithm, String subject) throws Exception {
        byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=" + subject), pair.getPublic())
                .build(new JcaContentSignerBuilder(algorithm).build(signer))
                .getEncoded();
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }
}
