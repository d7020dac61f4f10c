package io.changbai.sandbox.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Check codes of documents: numbers count up and can be guessed, their codes cannot. The key is made at the first start. */
final class CheckCodes {

    private static final int CODE_BYTES = 12;

    private final SecretKeySpec key;

    private CheckCodes(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    static CheckCodes open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("check-code.key");
        if (!Files.exists(file)) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            Path unfinished = folder.resolve("check-code.key.new");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(unfinished, fresh, StandardOpenOption.SYNC);
            Files.move(unfinished, file);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != 32) {
            throw new IOException("check-code.key is damaged");
        }
        return new CheckCodes(key);
    }

    String of(String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] full = mac.doFinal(number.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(full, CODE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Takes as long for a wrong code as for the right one. */
    boolean isRight(String number, String code) {
        return MessageDigest.isEqual(
                of(number).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
