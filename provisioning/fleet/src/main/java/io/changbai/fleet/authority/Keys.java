package io.changbai.fleet.authority;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.jce.ECNamedCurveTable;

/** EC P-256 keys. */
final class Keys {

    private static final String CURVE = "secp256r1";
    private static final int FIELD_BITS = 256;

    private Keys() {}

    static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no EC P-256", e);
        }
    }

    static KeyPair pairOf(PrivateKey key) {
        ECPrivateKey ec = (ECPrivateKey) key;
        var point = ECNamedCurveTable.getParameterSpec(CURVE)
                .getG()
                .multiply(ec.getS())
                .normalize();
        ECPoint w = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        try {
            return new KeyPair(
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, ec.getParams())), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a private key of P-256 has a public one", e);
        }
    }

    static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
        return pairOf(key).getPublic().equals(publicKey);
    }

    static boolean isP256(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() == FIELD_BITS
                && ec.getParams()
                        .getOrder()
                        .equals(ECNamedCurveTable.getParameterSpec(CURVE).getN());
    }
}
