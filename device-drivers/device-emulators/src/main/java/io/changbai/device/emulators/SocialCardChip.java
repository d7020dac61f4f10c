package io.changbai.device.emulators;

import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import io.changbai.device.emulators.internal.chip.Answer;
import io.changbai.device.emulators.internal.chip.BankApplication;
import io.changbai.device.emulators.internal.chip.CardKeys;
import io.changbai.device.emulators.internal.chip.Command;
import io.changbai.device.emulators.internal.chip.PinKeeper;
import io.changbai.device.emulators.internal.chip.RecordFile;
import io.changbai.device.emulators.internal.chip.Waiting;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One social security card: its application with EF05 and EF06, its PIN, its keys (test keys) and the bank application
 * beside it, over T=0 or contactless. What is written outlives a reset; what is selected does not.
 */
public final class SocialCardChip implements SmartCard {
    /** When a write is torn. */
    public enum Tear {
        /** The card had not begun to write. */
        BEFORE_WRITING,
        /** Everything is written, and the answer never came. */
        AFTER_WRITING
    }

    /** 3B 6D 00 00 and 13 historical bytes: maker 0081, system 543100, card maker 8660, serial number. */
    private static final String ATR = "3B6D0000 0081 543100 8660 890101000001";
    /** The same historical bytes as a PC/SC reader tells them of an ISO 14443-4 card: T=1, check byte last. */
    private static final String ATR_CONTACTLESS = "3B8D8001 0081 543100 8660 890101000001 86";
    /** "sx1.sh." and 社会保障 in GBK. */
    private static final byte[] APPLICATION = HexFormat.of().parseHex("7378312E73682EC9E7BBE1B1A3D5CF");
    /** FCI: the application's name, its file 1, and 9F0C with the algorithm. */
    private static final String FCI = "6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C038601%02d";

    private static final int ISSUER_FILE = 5;
    private static final int HOLDER_FILE = 6;
    private static final byte[] PULLED = {};

    private final Generation generation;
    private final RecordFile issuer;
    private final RecordFile holder;
    private final CardKeys keys;
    private final Waiting waiting = new Waiting();
    private final BankApplication bank = BankApplication.withNumber(waiting);
    private PinKeeper pin = new PinKeeper("123456");
    private boolean contactless;
    private boolean locked;
    private boolean damaged;
    private Tear tear;
    private boolean selected;
    private int file;

    public SocialCardChip(SyntheticSocialCard card) {
        generation = card.generation();
        issuer = SocialCardFiles.issuer(card);
        holder = SocialCardFiles.holder(card);
        keys = new CardKeys(card.region(), card.cardId());
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

    /** Over the antenna: another answer to reset, T=1. */
    public SocialCardChip contactless() {
        contactless = true;
        return this;
    }

    /** @param digits an even number; 123456 when nobody says */
    public SocialCardChip pin(String digits) {
        pin = new PinKeeper(digits);
        return this;
    }

    /** @param tries 0 to 3; with 0 the PIN is blocked */
    public SocialCardChip pinTriesLeft(int tries) {
        pin.triesLeft(tries);
        return this;
    }

    /** The next change or unlocking of the PIN is torn off: the card is pulled. */
    public SocialCardChip tearNextWrite(Tear when) {
        tear = when;
        return this;
    }

    /** A copy of the data without the keys. */
    public SocialCardChip counterfeit() {
        keys.counterfeit();
        return this;
    }

    /** Accepts no terminal. */
    public SocialCardChip suspicious() {
        keys.suspicious();
        return this;
    }

    public boolean hasPin(String digits) {
        return pin.is(digits);
    }

    public int pinTriesLeft() {
        return pin.triesLeft();
    }

    /** Of the key with which a terminal opens the holder's data; 5 at best. */
    public int keyTriesLeft() {
        return keys.triesLeft();
    }

    @Override
    public byte[] answerToReset() {
        return HexFormat.of().parseHex((contactless ? ATR_CONTACTLESS : ATR).replace(" ", ""));
    }

    @Override
    public void reset() {
        selected = false;
        file = 0;
        keys.reset();
        bank.forget();
        waiting.forget();
    }

    @Override
    public byte[] answer(byte[] bytes) {
        Optional<Command> command = Command.parse(bytes);
        return command.isEmpty() ? Answer.status(Answer.WRONG_LENGTH) : answer(command.get());
    }

    private byte[] answer(Command command) {
        byte[] challenge = keys.takeChallenge();
        return switch ((command.instructionClass() << 8) | command.instruction()) {
            case 0x00A4 -> command.p1() == 0x04 ? selectApplication(command) : selectFile(command);
            case 0x00B2 -> bank.isSelected() ? bank.readRecord(command) : readRecord(command);
            case 0x00C0 -> waiting.fetch(command);
            case 0x80A8 -> bank.options(command);
            default -> selected ? answerSelected(command, challenge) : unknown(command);
        };
    }

    private byte[] answerSelected(Command command, byte[] challenge) {
        return switch ((command.instructionClass() << 8) | command.instruction()) {
            case 0x0020 -> pin.verify(command);
            case 0x0084 -> keys.giveChallenge(command);
            case 0x0088 -> keys.internal(command, waiting);
            case 0x0082 -> keys.external(command, challenge);
            case 0x805E -> write(() -> pin.change(command));
            case 0x8424 ->
                write(() -> keys.seals(command.body(), challenge) ? pin.unlock() : Answer.status(Answer.MAC_WRONG));
            default -> unknown(command);
        };
    }

    /** Once selected, the class of a command is all that is checked of it. */
    private static byte[] unknown(Command command) {
        return Answer.status(command.instructionClass() == 0x00 ? Answer.UNKNOWN_INSTRUCTION : Answer.UNKNOWN_CLASS);
    }

    private byte[] write(Supplier<byte[]> writing) {
        Tear now = tear;
        tear = null;
        if (now == Tear.BEFORE_WRITING) {
            return PULLED;
        }
        byte[] answer = writing.get();
        return now == Tear.AFTER_WRITING ? PULLED : answer;
    }

    private byte[] selectApplication(Command command) {
        Optional<byte[]> payment = locked ? Optional.empty() : bank.select(command);
        if (payment.isPresent()) {
            selected = false;
            return payment.get();
        }
        if (!command.bodyIs(APPLICATION)) {
            return Answer.status(Answer.NOT_FOUND);
        }
        if (locked) {
            return Answer.status(Answer.APPLICATION_LOCKED);
        }
        selected = true;
        bank.forget();
        file = 0;
        int algorithm = generation == Generation.V3_00 ? 3 : 1;
        return waiting.offer(HexFormat.of().parseHex(String.format(FCI, algorithm)), command);
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
        if (wanted == HOLDER_FILE && generation == Generation.V3_00 && !keys.isOpen()) {
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
