package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.card.KeyPlatform;
import io.changbai.device.api.card.TerminalAuthenticator;
import io.changbai.device.link.CardSlot;
import io.changbai.device.link.CardSlot.State;
import java.util.Optional;

/** Where this terminal has its keys for generation 3.00, if it has any. */
final class TerminalKeys {

    /** The places. */
    enum Place {
        NONE,
        PSAM,
        HSM,
        SERVICE
    }

    private static final int LOOKS_TO_COME = 5;

    private final Place place;
    private final CardSlot psam;
    private final int psamKey;
    private final String terminalNumber;
    private volatile KeyPlatform platform;
    private volatile TerminalAuthenticator contributed;
    private int looksAway;

    /** @param psam the slot of the security module; null unless the place is PSAM */
    TerminalKeys(Place place, CardSlot psam, int psamKey, String terminalNumber) {
        this.place = place;
        this.psam = psam;
        this.psamKey = psamKey;
        this.terminalNumber = terminalNumber;
    }

    static TerminalKeys none() {
        return new TerminalKeys(Place.NONE, null, 0, "");
    }

    static TerminalKeys psam(CardSlot slot, int key) {
        return new TerminalKeys(Place.PSAM, slot, key, "");
    }

    void platform(KeyPlatform present) {
        platform = present;
    }

    void contributed(TerminalAuthenticator present) {
        contributed = present;
    }

    KeyPlatform platform() {
        return platform;
    }

    TerminalAuthenticator contributed() {
        return contributed;
    }

    /** Who answers cards now. */
    Optional<TerminalAuthenticator> authenticator() {
        return switch (place) {
            case NONE -> Optional.empty();
            case PSAM -> Optional.of(new PsamAuthenticator(psam, psamKey));
            case HSM -> Optional.ofNullable(platform).map(present -> new HsmAuthenticator(present, terminalNumber));
            case SERVICE -> Optional.ofNullable(contributed);
        };
    }

    /** What keeps the keys away; blocks as a look at a slot does. At the start the module and its slot come one by one. */
    Optional<DeviceFault> fault() {
        boolean isAway = place == Place.PSAM
                ? psam.state() != State.CARD_PRESENT
                : authenticator().isEmpty();
        looksAway = isAway ? looksAway + 1 : 0;
        if (place == Place.NONE || looksAway <= LOOKS_TO_COME) {
            return Optional.empty();
        }
        return Optional.of(place == Place.PSAM ? SocialReaderFaults.NO_PSAM : SocialReaderFaults.NO_KEYS);
    }

    boolean areConfigured() {
        return place != Place.NONE;
    }

    void close() {
        if (psam != null) {
            psam.close();
        }
    }
}
