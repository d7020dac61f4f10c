package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.KeyPlatform;
import io.changbai.device.emulators.TestKeys;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A key platform with the test keys: it takes step one's line and answers what step two takes. */
final class TestAuthority implements KeyPlatform {

    private static final HexFormat HEX = HexFormat.of();

    volatile String lastLine;
    /** What it answers instead; null for the right thing. */
    volatile CompletionStage<String> instead;

    @Override
    public CompletionStage<String> ciphers(String stepOne) {
        lastLine = stepOne;
        return instead == null ? CompletableFuture.completedFuture(right(stepOne)) : instead;
    }

    static String right(String stepOne) {
        String[] field = stepOne.split("\\|");
        String internal = cipher(field[0], field[3], field[4], field[5]);
        String external = cipher(field[0], field[3], field[6], field[7]);
        return internal + "0".repeat(16) + external + field[6];
    }

    private static String cipher(String region, String cardId, String factor, String random) {
        return HEX.formatHex(TestKeys.cipher(region, cardId, HEX.parseHex(factor), HEX.parseHex(random)));
    }
}
