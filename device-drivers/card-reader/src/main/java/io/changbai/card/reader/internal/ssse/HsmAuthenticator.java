package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.KeyPlatform;
import io.changbai.device.api.card.TerminalAuthenticator;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;

/** Keys in the province's security module, asked in the two steps of the ministry's standard driver. */
final class HsmAuthenticator implements TerminalAuthenticator {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int SHORTEST = 64;
    private static final int LONGEST = 512;
    private static final int CIPHER_DIGITS = 16;
    /** The body of EXTERNAL AUTHENTICATE: a cipher and its processing factor. */
    private static final int EXTERNAL_DIGITS = 32;

    private final KeyPlatform platform;
    private final String terminalNumber;

    HsmAuthenticator(KeyPlatform platform, String terminalNumber) {
        this.platform = platform;
        this.terminalNumber = terminalNumber;
    }

    @Override
    public CompletionStage<Answer> answer(Question question) {
        return platform.ciphers(stepOne(question)).thenApply(answer -> stepTwo(answer, question));
    }

    /** {@code iReadCardBas_HSM_Step1}. */
    private String stepOne(Question question) {
        return String.join(
                        "|",
                        question.regionCode(),
                        question.atr(),
                        String.format("%02X", question.algorithm()),
                        question.cardId(),
                        HEX.formatHex(question.inFactor()),
                        HEX.formatHex(question.inRandom()),
                        HEX.formatHex(question.exFactor()),
                        HEX.formatHex(question.exRandom()),
                        terminalNumber)
                + "|";
    }

    /** What {@code iReadCardBas_HSM_Step2} takes: the internal cipher first, the external body last. */
    private static Answer stepTwo(String answer, Question question) {
        boolean isHex =
                answer.length() >= SHORTEST && answer.length() <= LONGEST && answer.matches("([0-9A-Fa-f]{2})+");
        if (!isHex) {
            throw new IllegalArgumentException("the key platform answered " + answer.length() + " characters");
        }
        int external = answer.length() - EXTERNAL_DIGITS;
        String factor = answer.substring(external + CIPHER_DIGITS);
        if (!factor.equalsIgnoreCase(HEX.formatHex(question.exFactor()))) {
            throw new IllegalArgumentException("the key platform answered for another card");
        }
        return new Answer(
                HEX.parseHex(answer.substring(0, CIPHER_DIGITS)),
                HEX.parseHex(answer.substring(external, external + CIPHER_DIGITS)));
    }
}
