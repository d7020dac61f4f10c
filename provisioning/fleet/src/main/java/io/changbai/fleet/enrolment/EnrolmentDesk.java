package io.changbai.fleet.enrolment;

import io.changbai.fleet.authority.Authority;
import io.changbai.fleet.authority.SigningRequest;
import io.changbai.fleet.store.EnrolmentCodes;
import io.changbai.platform.messages.enrolment.EnrolmentAnswer;
import io.changbai.platform.messages.enrolment.EnrolmentRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Makes one-time codes and turns each into one terminal's certificate. Codes are kept as hashes only. */
public final class EnrolmentDesk {

    /** What a terminal gets: a certificate, or a reason with an HTTP status. */
    public sealed interface Result {
        <T> T on(Function<EnrolmentAnswer, T> enrolled, Function<Refused, T> refused);
    }

    private record Enrolled(EnrolmentAnswer answer) implements Result {
        @Override
        public <T> T on(Function<EnrolmentAnswer, T> enrolled, Function<Refused, T> refused) {
            return enrolled.apply(answer);
        }
    }

    public record Refused(int status, String reason, String text) implements Result {
        @Override
        public <T> T on(Function<EnrolmentAnswer, T> enrolled, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** @param code shown once, never stored */
    public record NewCode(String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "NewCode[redacted]";
        }
    }

    private static final Duration CODE_LIFE = Duration.ofMinutes(15);

    /** So long after its first use a code gives the same key its certificate again: the reply may have been lost. */
    private static final Duration REPEAT = Duration.ofHours(24);

    /** Crockford's: no I, L, O, U, so that nobody misreads a code. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Authority authority;
    private final EnrolmentCodes codes;
    private final Clock clock;
    private final String account;
    private final String broker;

    public EnrolmentDesk(Authority authority, EnrolmentCodes codes, Clock clock, String account, String broker) {
        this.authority = authority;
        this.codes = codes;
        this.clock = clock;
        this.account = account;
        this.broker = broker;
    }

    /** A code for that terminal, good for 15 minutes. */
    public NewCode newCode(String terminalId, String site) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(i > 0 && i % 5 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        Instant expiresAt = clock.instant().plus(CODE_LIFE);
        codes.add(hash(normal(code.toString())), terminalId, site, expiresAt);
        return new NewCode(code.toString(), expiresAt);
    }

    public Result enrol(EnrolmentRequest request) {
        if (request.code() == null || request.code().length() > 64) {
            return malformed();
        }
        return SigningRequest.parse(request.csr())
                .map(csr -> enrol(hash(normal(request.code())), csr))
                .orElseGet(EnrolmentDesk::malformed);
    }

    static Result malformed() {
        return new Refused(400, "MALFORMED", "The request cannot be read, or its key is not EC P-256.");
    }

    private Result enrol(String codeHash, SigningRequest csr) {
        Optional<EnrolmentCodes.Code> found = codes.find(codeHash);
        if (found.isEmpty()) {
            return new Refused(401, "CODE_UNKNOWN", "This code does not exist. Check it, or ask for a new one.");
        }
        EnrolmentCodes.Code code = found.get();
        Instant now = clock.instant();
        if (code.keyHash() == null && !code.expiresAt().isAfter(now)) {
            return expired();
        }
        String key = HexFormat.of().formatHex(sha256(csr.publicKey().getEncoded()));
        EnrolmentCodes.Code used = codes.use(codeHash, key, now).orElseThrow();
        if (!key.equals(used.keyHash())) {
            codes.report("CODE_USED_TWICE", code.terminalId(), "A second key showed a used enrolment code.", now);
            return new Refused(409, "CODE_USED", "This code was used by another terminal. Operations have been told.");
        }
        if (!used.usedAt().plus(REPEAT).isAfter(now)) {
            return expired();
        }
        return new Enrolled(new EnrolmentAnswer(
                code.terminalId(), account, code.site(), authority.signTerminal(csr, code.terminalId()), broker));
    }

    private static Result expired() {
        return new Refused(401, "CODE_EXPIRED", "This code has expired. Ask operations for a new one.");
    }

    private static String normal(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    /** 100 random bits need no slow hash. */
    private static String hash(String code) {
        return HexFormat.of().formatHex(sha256(code.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
