package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.chip.Answer;
import io.changbai.device.emulators.internal.chip.BankApplication;
import io.changbai.device.emulators.internal.chip.Command;
import io.changbai.device.emulators.internal.chip.Waiting;
import java.util.HexFormat;
import java.util.Optional;

/** A bank card put into the wrong slot: it has a payment application, and no social security application (6A82). */
public final class BankCardChip implements SmartCard {
    private static final String ATR = "3B6D0000 00620281 86430086 6083650100";

    private final Waiting waiting = new Waiting();
    private BankApplication bank = BankApplication.withNumber(waiting);

    /** The card number is on a track only. */
    public BankCardChip withTrackOnly() {
        bank = BankApplication.withTrack(waiting);
        return this;
    }

    @Override
    public byte[] answerToReset() {
        return HexFormat.of().parseHex(ATR.replace(" ", ""));
    }

    @Override
    public void reset() {
        bank.forget();
        waiting.forget();
    }

    @Override
    public byte[] answer(byte[] bytes) {
        Optional<Command> command = Command.parse(bytes);
        return command.isEmpty() ? Answer.status(Answer.WRONG_LENGTH) : answer(command.get());
    }

    private byte[] answer(Command command) {
        return switch ((command.instructionClass() << 8) | command.instruction()) {
            case 0x00A4 -> bank.select(command).orElseGet(() -> Answer.status(Answer.NOT_FOUND));
            case 0x00B2 -> bank.readRecord(command);
            case 0x00C0 -> waiting.fetch(command);
            case 0x80A8 -> bank.options(command);
            default -> Answer.status(Answer.UNKNOWN_INSTRUCTION);
        };
    }
}
