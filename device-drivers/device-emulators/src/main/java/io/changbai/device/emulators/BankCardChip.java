package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.chip.Answer;
import io.changbai.device.emulators.internal.chip.Command;
import io.changbai.device.emulators.internal.chip.RecordFile;
import io.changbai.device.emulators.internal.chip.Waiting;
import java.util.HexFormat;
import java.util.Optional;

/** A bank card put into the wrong slot: it has a payment application, and no social security application (6A82). */
public final class BankCardChip implements SmartCard {
    private static final byte[] ATR = hex("3B6D0000 00620281 86430086 6083650100");
    private static final byte[] DIRECTORY = hex("315041592E5359532E4444463031"); // 1PAY.SYS.DDF01
    private static final byte[] DEBIT = hex("A000000333010101");
    /** FCI of the directory: its name, and that its entries are in file 1. */
    private static final byte[] DIRECTORY_FCI = hex("6F15 840E315041592E5359532E4444463031 A503 880101");
    /** FCI of the application: its name, its label, its priority, and the eight bytes that GPO wants (PDOL 9F38). */
    private static final byte[] DEBIT_FCI =
            hex("6F20 8408A000000333010101 A514 500450424F43 870101 9F3808 9F1A02 5F2A02 9A03");

    private static final byte[] ENTRY = hex("7015 6113 4F08A000000333010101 500450424F43 870101");
    /** AIP 7C00, AFL: file 1, records 1 to 1, none signed. */
    private static final byte[] OPTIONS = hex("8006 7C00 08010100");
    /** 5A: a card number that no bank issues. */
    private static final byte[] NUMBER = hex("700C 5A0A 620000000000000000FF");

    private final RecordFile directory = new RecordFile().withRaw(ENTRY);
    private final RecordFile account = new RecordFile().withRaw(NUMBER);
    private final Waiting waiting = new Waiting();
    private RecordFile current;

    @Override
    public byte[] answerToReset() {
        return ATR.clone();
    }

    @Override
    public void reset() {
        current = null;
        waiting.forget();
    }

    @Override
    public byte[] answer(byte[] bytes) {
        Optional<Command> command = Command.parse(bytes);
        return command.isEmpty() ? Answer.status(Answer.WRONG_LENGTH) : answer(command.get());
    }

    private byte[] answer(Command command) {
        return switch ((command.instructionClass() << 8) | command.instruction()) {
            case 0x00A4 -> select(command);
            case 0x00B2 -> readRecord(command);
            case 0x00C0 -> waiting.fetch(command);
            case 0x80A8 -> current == account ? waiting.offer(OPTIONS, command) : Answer.status(Answer.NOT_FOUND);
            default -> Answer.status(Answer.UNKNOWN_INSTRUCTION);
        };
    }

    private byte[] select(Command command) {
        if (command.bodyIs(DIRECTORY)) {
            current = directory;
            return waiting.offer(DIRECTORY_FCI, command);
        }
        if (command.bodyIs(DEBIT)) {
            current = account;
            return waiting.offer(DEBIT_FCI, command);
        }
        return Answer.status(Answer.NOT_FOUND);
    }

    private byte[] readRecord(Command command) {
        if (current == null || command.p2() != 0x0C) {
            return Answer.status(Answer.NOT_FOUND);
        }
        return current.byNumber(command.p1())
                .map(record -> Answer.exactly(record, command.expected(), Answer.OK))
                .orElseGet(() -> Answer.status(Answer.NO_SUCH_RECORD));
    }

    private static byte[] hex(String spaced) {
        return HexFormat.of().parseHex(spaced.replace(" ", ""));
    }
}
