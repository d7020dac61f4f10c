package io.changbai.device.emulators;

import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import io.changbai.device.emulators.internal.chip.Answer;
import io.changbai.device.emulators.internal.chip.Command;
import io.changbai.device.emulators.internal.chip.RecordFile;
import io.changbai.device.emulators.internal.chip.Waiting;
import java.util.HexFormat;
import java.util.Optional;

/** The social security application of one card over T=0: select it, select EF05 or EF06, read records. */
public final class SocialCardChip implements SmartCard {
    /** 3B 6D 00 00 and 13 historical bytes: maker 0081, system 543100, card maker 8660, serial number. */
    private static final String ATR = "3B6D0000 0081 543100 8660 890101000001";
    /** "sx1.sh." and 社会保障 in GBK. */
    private static final byte[] APPLICATION = HexFormat.of().parseHex("7378312E73682EC9E7BBE1B1A3D5CF");
    /** FCI: the application's name, its file 1, and 9F0C with algorithm 01. */
    private static final byte[] FCI =
            HexFormat.of().parseHex("6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C03860101");

    private static final int ISSUER_FILE = 5;
    private static final int HOLDER_FILE = 6;

    private final Generation generation;
    private final RecordFile issuer;
    private final RecordFile holder;
    private final Waiting waiting = new Waiting();
    private boolean locked;
    private boolean damaged;
    private boolean selected;
    private int file;

    public SocialCardChip(SyntheticSocialCard card) {
        generation = card.generation();
        issuer = SocialCardFiles.issuer(card);
        holder = SocialCardFiles.holder(card);
    }

    /** The application is locked for ever: selecting it answers 9303. */
    public SocialCardChip locked() {
        locked = true;
        return this;
    }

    /** Every record comes with the warning 6281, data may be corrupt. */
    public SocialCardChip damaged() {
        damaged = true;
        return this;
    }

    @Override
    public byte[] answerToReset() {
        return HexFormat.of().parseHex(ATR.replace(" ", ""));
    }

    @Override
    public void reset() {
        selected = false;
        file = 0;
        waiting.forget();
    }

    @Override
    public byte[] answer(byte[] bytes) {
        Optional<Command> command = Command.parse(bytes);
        return command.isEmpty() ? Answer.status(Answer.WRONG_LENGTH) : answer(command.get());
    }

    private byte[] answer(Command command) {
        if (command.instructionClass() != 0x00) {
            return Answer.status(Answer.UNKNOWN_CLASS);
        }
        return switch (command.instruction()) {
            case 0xA4 -> command.p1() == 0x04 ? selectApplication(command) : selectFile(command);
            case 0xB2 -> readRecord(command);
            case 0xC0 -> waiting.fetch(command);
            default -> Answer.status(Answer.UNKNOWN_INSTRUCTION);
        };
    }

    private byte[] selectApplication(Command command) {
        if (!command.bodyIs(APPLICATION)) {
            return Answer.status(Answer.NOT_FOUND);
        }
        if (locked) {
            return Answer.status(Answer.APPLICATION_LOCKED);
        }
        selected = true;
        file = 0;
        return waiting.offer(FCI, command);
    }

    private byte[] selectFile(Command command) {
        byte[] id = command.body();
        boolean known = id.length == 2 && (id[0] & 0xFF) == 0xEF && (id[1] == ISSUER_FILE || id[1] == HOLDER_FILE);
        if (!selected || !known) {
            return Answer.status(Answer.NOT_FOUND);
        }
        file = id[1];
        return Answer.status(Answer.OK);
    }

    private byte[] readRecord(Command command) {
        int wanted = command.p2() >> 3 == 0 ? file : command.p2() >> 3;
        if (!selected || (wanted != ISSUER_FILE && wanted != HOLDER_FILE)) {
            return Answer.status(Answer.NOT_FOUND);
        }
        if (!speaksMode(command.p2() & 7)) {
            return Answer.status(Answer.WRONG_P1_P2);
        }
        if (wanted == HOLDER_FILE && generation == Generation.V3_00) {
            return Answer.status(Answer.SECURITY_NOT_SATISFIED);
        }
        file = wanted;
        RecordFile from = wanted == ISSUER_FILE ? issuer : holder;
        Optional<byte[]> record = (command.p2() & 7) == 4 ? from.byNumber(command.p1()) : from.byTag(command.p1());
        return record.map(found -> Answer.exactly(found, command.expected(), successWord()))
                .orElseGet(() -> Answer.status(Answer.NO_SUCH_RECORD));
    }

    private boolean speaksMode(int mode) {
        boolean byNumber = mode == 4 && generation != Generation.V2_01;
        boolean byIdentifier = mode == 0 && generation != Generation.V1_00;
        return byNumber || byIdentifier;
    }

    private int successWord() {
        return damaged ? Answer.DATA_MAY_BE_CORRUPT : Answer.OK;
    }
}
