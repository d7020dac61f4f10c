package io.changbai.card.reader.internal.ssse;

import java.time.Duration;

/**
 * How a social card reader behaves.
 *
 * @param rest between two looks at the slot
 * @param authentication how long whoever holds keys may take for one card
 * @param hang after how long a call into the reader counts as hanging
 * @param readBack how long a torn card is waited for
 * @param unlockP2 P2 of PIN UNBLOCK
 */
record SocialReaderSettings(Duration rest, Duration authentication, Duration hang, Duration readBack, int unlockP2) {

    static SocialReaderSettings of(PcscSocialCardReader.Config config) {
        return new SocialReaderSettings(
                Duration.ofMillis(config.look_millis()),
                Duration.ofSeconds(config.authentication_seconds()),
                Duration.ofSeconds(config.hang_seconds()),
                Duration.ofSeconds(config.read_back_seconds()),
                config.unlock_p2());
    }

    /**
     * A reader's regular expression that never takes a slot meant for something else: a terminal's readers often have
     * names that differ in their last digit only.
     */
    static String onlyFor(String reader, String... others) {
        StringBuilder only = new StringBuilder("^");
        for (String other : others) {
            if (!other.isBlank()) {
                only.append("(?!.*(?:").append(other).append("))");
            }
        }
        return only.append(".*(?:").append(reader).append(')').toString();
    }
}
