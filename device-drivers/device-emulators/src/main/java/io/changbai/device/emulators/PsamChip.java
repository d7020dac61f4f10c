package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.chip.Answer;
import io.changbai.device.emulators.internal.chip.Command;
import io.changbai.device.emulators.internal.chip.KeyTree;
import io.changbai.device.emulators.internal.chip.Waiting;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A security module with the test key: select it, diversify (BF DE 48 12), encipher (80 FA). */
public final class PsamChip implements SmartCard {
    private static final String ATR = "3B6A0000 00810000 8660 89010000";
    private static final byte[] APPLICATION = HexFormat.of().parseHex("D15600000590");
    private static final int KEY = 0x4812;
    private static final int BLOCK = 8;

    private final Waiting waiting = new Waiting();
    private boolean keyless;
    private boolean selected;
    private byte[] session;

    /** A module nobody wrote the reading key to: -2203 in the ministry's driver. */
    public PsamChip keyless() {
        keyless = true;
        return this;
    }

    @Override
    public byte[] answerToReset() {
        return HexFormat.of().parseHex(ATR.replace(" ", ""));
    }

    @Override
    public void reset() {
        selected = false;
        session = null;
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
            case 0x00C0 -> waiting.fetch(command);
            case 0xBFDE -> diversify(command);
            case 0x80FA -> encipher(command);
            default -> Answer.status(Answer.UNKNOWN_INSTRUCTION);
        };
    }

    private byte[] select(Command command) {
        selected = command.bodyIs(APPLICATION);
        return Answer.status(selected ? Answer.OK : Answer.NOT_FOUND);
    }

    private byte[] diversify(Command command) {
        byte[] factors = command.body();
        if (!selected || factors.length != 3 * BLOCK) {
            return Answer.status(selected ? Answer.WRONG_LENGTH : Answer.CONDITIONS_NOT_SATISFIED);
        }
        if (keyless || (command.p1() << 8 | command.p2()) != KEY) {
            return Answer.status(Answer.NO_KEY_INDEX);
        }
        session = KeyTree.derive(
                Arrays.copyOfRange(factors, 0, BLOCK),
                Arrays.copyOfRange(factors, BLOCK, 2 * BLOCK),
                Arrays.copyOfRange(factors, 2 * BLOCK, 3 * BLOCK));
        return Answer.status(Answer.OK);
    }

    private byte[] encipher(Command command) {
        if (session == null) {
            return Answer.status(Answer.CONDITIONS_NOT_SATISFIED);
        }
        byte[] block = command.body();
        return block.length == BLOCK
                ? waiting.offer(KeyTree.encipher(session, block), command)
                : Answer.status(Answer.WRONG_LENGTH);
    }
}
