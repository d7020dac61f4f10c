package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.DeviceFault;
import java.util.Optional;

/** The third status byte of an answer, and what the driver does about it. This is the whole table. */
enum SamStatus {
    OK(0x90, Reaction.PROCEED),
    FOUND(0x9F, Reaction.PROCEED),
    CHECKSUM_REJECTED(0x10, Reaction.RESEND),
    LENGTH_REJECTED(0x11, Reaction.RESEND),
    UNKNOWN_COMMAND(0x21, Reaction.FAIL, IdReaderFaults.PROTOCOL),
    NOT_PERMITTED(0x23, Reaction.FAIL, IdReaderFaults.PROTOCOL),
    UNIDENTIFIED_ERROR(0x24, Reaction.RESTART),
    MODULE_NOT_ACCEPTED_BY_CARD(0x31, Reaction.RESTART),
    CARD_NOT_ACCEPTED_BY_MODULE(0x32, Reaction.DOUBT),
    CONTENT_NOT_VERIFIED(0x33, Reaction.DOUBT),
    WRONG_KIND_OF_CARD(0x40, Reaction.OTHER_CARD),
    READ_FAILED(0x41, Reaction.RESTART),
    RANDOM_NUMBER_FAILED(0x47, Reaction.RESTART),
    SELF_TEST_FAILED(0x60, Reaction.RESET, IdReaderFaults.SELF_TEST),
    NOT_AUTHORISED(0x66, Reaction.FAIL, IdReaderFaults.NOT_AUTHORISED),
    NO_CARD(0x80, Reaction.POLL),
    SELECT_FAILED(0x81, Reaction.RESTART),
    /** Not an error when the appended address was asked for, see {@link IdReading}. */
    NOT_ON_CARD(0x91, Reaction.RESTART),
    /** Not in the data sheet. */
    OTHER(-1, Reaction.RESTART);

    /** What to do about a status. */
    enum Reaction {
        PROCEED,
        /** Ask again after a rest. */
        POLL,
        /** Send the same command once more; the second time reset the module and restart. */
        RESEND,
        /** Begin again with find; this counts as a try. */
        RESTART,
        /** As RESTART; when it happens twice, the card cannot be verified. */
        DOUBT,
        OTHER_CARD,
        /** Reset the module once; the second time give up. */
        RESET,
        FAIL
    }

    private final int sw3;
    private final Reaction reaction;

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
    private final DeviceFault fault;

    SamStatus(int sw3, Reaction reaction) {
        this(sw3, reaction, null);
    }

    SamStatus(int sw3, Reaction reaction, DeviceFault fault) {
        this.sw3 = sw3;
        this.reaction = reaction;
        this.fault = fault;
    }

    static SamStatus of(int sw3) {
        for (SamStatus status : values()) {
            if (status.sw3 == sw3) {
                return status;
            }
        }
        return OTHER;
    }

    Reaction reaction() {
        return reaction;
    }

    /** For the log: the first two bytes are the card's own words where it was the card that refused. */
    String told(SamReceived.Answer answer) {
        return String.format("%s, card says %02X%02X", name(), answer.sw1(), answer.sw2());
    }

    /** The device fault this status is a sign of. */
    Optional<DeviceFault> fault() {
        return Optional.ofNullable(fault);
    }
}
