package io.changbai.card.reader.internal.samv;

import java.time.Duration;

/** The commands this driver sends, and what a good answer to each looks like. */
enum SamCommand {
    RESET(0x10, 0xFF, 1_000, SamStatus.OK, 0, 0),
    STATUS(0x11, 0xFF, 500, SamStatus.OK, 0, 0),
    MODULE_NUMBER(0x12, 0xFF, 500, SamStatus.OK, 16, 16),
    FIND(0x20, 0x01, 1_000, SamStatus.FOUND, 4, 4),
    SELECT(0x20, 0x02, 1_000, SamStatus.OK, 8, 8),
    /** The radio part alone takes up to 1.5 s. */
    READ(0x30, 0x01, 5_000, SamStatus.OK, 2 + 2 + 256 + 1024, 2 + 2 + 256 + 1024),
    /** The address appended after a move; data sheets say "up to 70 bytes", most readers send all 70. */
    READ_ADDRESS(0x30, 0x03, 2_000, SamStatus.OK, 2, 70);

    private final int command;
    private final int parameter;
    private final Duration patience;
    private final SamStatus success;
    private final int shortest;
    private final int longest;

    SamCommand(int command, int parameter, int patienceMillis, SamStatus success, int shortest, int longest) {
        this.command = command;
        this.parameter = parameter;
        this.patience = Duration.ofMillis(patienceMillis);
        this.success = success;
        this.shortest = shortest;
        this.longest = longest;
    }

    byte[] frame() {
        return SamFrame.command(command, parameter);
    }

    /** How long the reader may think before the first byte of its answer. */
    Duration patience() {
        return patience;
    }

    /**
     * Whether {@code answer} can be one to this command. Answers carry no number: one that came too late for an earlier
     * command is told by its form.
     */
    boolean fits(SamReceived.Answer answer) {
        SamStatus status = SamStatus.of(answer.sw3());
        int length = answer.payload().length;
        return status.reaction() != SamStatus.Reaction.PROCEED
                || (status == success && length >= shortest && length <= longest);
    }
}
