package io.changbai.device.emulators.internal.chip;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A payment application with a processing options list (PDOL), as far as a look at its account number goes. */
public final class BankApplication {
    private static final byte[] CONTACT_DIRECTORY = hex("315041592E5359532E4444463031"); // 1PAY.SYS.DDF01
    private static final byte[] CONTACTLESS_DIRECTORY = hex("325041592E5359532E4444463031"); // 2PAY.SYS.DDF01
    private static final byte[] DEBIT = hex("A000000333010101");
    /** FCI of the contact directory: its name, and that its entries are in file 1. */
    private static final byte[] CONTACT_FCI = hex("6F15 840E315041592E5359532E4444463031 A503 880101");
    /** FCI of the contactless one: the entry is in it. */
    private static final byte[] CONTACTLESS_FCI =
            hex("6F26 840E325041592E5359532E4444463031 A514 BF0C11 610F 4F08A000000333010101 5003504243");
    /** FCI of the application: its name, its label, its priority, its PDOL: 9F1A, 5F2A of 2 bytes, 9A of 3. */
    private static final byte[] DEBIT_FCI =
            hex("6F20 8408A000000333010101 A514 500450424F43 870101 9F3808 9F1A02 5F2A02 9A03");

    private static final byte[] ENTRY = hex("7015 6113 4F08A000000333010101 500450424F43 870101");
    /** AIP 7C00, AFL: file 1, records 1 to 1, none signed. */
    private static final byte[] OPTIONS = hex("8006 7C00 08010100");
    /** 83, the PDOL's seven bytes. */
    private static final byte[] OPTIONS_HEAD = hex("8307");

    private final Waiting waiting;
    private final RecordFile directory = new RecordFile().withRaw(ENTRY);
    private final RecordFile account = new RecordFile();
    private RecordFile current;

    /** @param numberRecord the record of the application's file 1 */
    private BankApplication(Waiting waiting, byte[] numberRecord) {
        this.waiting = waiting;
        account.withRaw(numberRecord);
    }

    /** With the card number (5A) of no bank. */
    public static BankApplication withNumber(Waiting waiting) {
        return new BankApplication(waiting, hex("700C 5A0A 620000000000005678FF"));
    }

    /** With a track (57) only: number, D, expiry, service code, discretionary data. */
    public static BankApplication withTrack(Waiting waiting) {
        return new BankApplication(waiting, hex("7012 5710 6200000000000056 78D2512101000000"));
    }

    public void forget() {
        current = null;
    }

    /** SELECT by name; empty when the name is not one of this application. */
    public Optional<byte[]> select(Command command) {
        if (command.bodyIs(CONTACT_DIRECTORY)) {
            current = directory;
            return Optional.of(waiting.offer(CONTACT_FCI, command));
        }
        if (command.bodyIs(CONTACTLESS_DIRECTORY)) {
            return Optional.of(waiting.offer(CONTACTLESS_FCI, command));
        }
        if (command.bodyIs(DEBIT)) {
            current = account;
            return Optional.of(waiting.offer(DEBIT_FCI, command));
        }
        return Optional.empty();
    }

    public boolean isSelected() {
        return current != null;
    }

    public byte[] options(Command command) {
        byte[] body = command.body();
        boolean fits = body.length == 9 && Arrays.equals(Arrays.copyOf(body, 2), OPTIONS_HEAD);
        if (current != account || !fits) {
            return Answer.status(current == account ? Answer.WRONG_DATA : Answer.CONDITIONS_NOT_SATISFIED);
        }
        return waiting.offer(OPTIONS, command);
    }

    public byte[] readRecord(Command command) {
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
