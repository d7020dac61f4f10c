package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.sam.SamAnswers;
import io.changbai.device.emulators.internal.sam.SamRequest;
import io.changbai.device.emulators.internal.sam.SamRequests;
import io.changbai.device.emulators.internal.wire.Pace;
import io.changbai.device.emulators.internal.wire.Wire;
import io.changbai.device.emulators.internal.wire.WireServer;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * An identity card reader with a security module, on a TCP port as behind a serial-to-Ethernet box.
 *
 * <pre>
 *   NO_CARD --present--> ON_ANTENNA --find--> FOUND --select--> SELECTED --read--> READ
 *      ^                     ^                  | find, refused command |              | (only when it rereads)
 *      +------- lift --------+------------------+-----------------------+--------------+
 * </pre>
 *
 * A command at another speed than the module's is not understood and answered with noise. A card that was read and not lifted is not found again, as with real readers, unless {@link #rereads(boolean)}.
 */
public final class IdCardReaderEmulator implements AutoCloseable {
    private static final int OK = 0x90;
    private static final int FOUND = 0x9F;
    private static final int WRONG_CHECKSUM = 0x10;
    private static final int WRONG_LENGTH = 0x11;
    private static final int UNKNOWN_COMMAND = 0x21;
    private static final int WRONG_KIND_OF_CARD = 0x40;
    private static final int READ_FAILED = 0x41;
    private static final int NO_CARD = 0x80;
    private static final int SELECT_FAILED = 0x81;
    private static final int NOT_IN_CARD = 0x91;
    /** Prints as 05.03-20170908-0000123456-123456789. */
    private static final byte[] MODULE_NUMBER = HexFormat.of().parseHex("050003009CC8330140E2010015CD5B07");

    /** What 60 00 to 60 04 set. */
    private static final List<Integer> SPEEDS = List.of(115_200, 57_600, 38_400, 19_200, 9_600);

    /** Where the card is and how far the module has got with it. */
    public enum State {
        NO_CARD,
        ON_ANTENNA,
        FOUND,
        SELECTED,
        READ
    }

    private final WireServer server;
    private final IdCardReaderFaults faults = new IdCardReaderFaults();
    private State state = State.NO_CARD;
    private SyntheticIdCard card;
    private boolean rereads;
    private int commands;
    private int speed = SPEEDS.get(0);
    private IntSupplier hostSpeed = this::speed;
    private Pace pace;

    /** A reader that will listen on {@code port}, or on any free one when that is 0. */
    public IdCardReaderEmulator(int port) {
        server = new WireServer("id-card-reader", port, this::serve);
    }

    public IdCardReaderEmulator start() {
        server.plug();
        return this;
    }

    public int port() {
        return server.port();
    }

    /** Lays a card on the antenna; another one lying there is lifted first. */
    public synchronized void present(SyntheticIdCard next) {
        card = next;
        state = State.ON_ANTENNA;
    }

    public synchronized void lift() {
        card = null;
        state = State.NO_CARD;
    }

    public synchronized State state() {
        return state;
    }

    /** Whether a card can be read again without being lifted; most readers cannot, so the default is no. */
    public synchronized void rereads(boolean on) {
        rereads = on;
    }

    /** The module speaks at {@code baud}; hosts set it too, by 60 xx. */
    public synchronized void speed(int baud) {
        speed = baud;
    }

    public synchronized int speed() {
        return speed;
    }

    /** Asks {@code hostBaud} before each command at which speed the host's end of the line is; TCP alone has none. */
    public synchronized void hostSpeed(IntSupplier hostBaud) {
        hostSpeed = hostBaud;
    }

    /** Bytes take their time from now on, both ways, as on a serial line; 0 means they take none. */
    public synchronized void bytesPerSecond(int rate) {
        pace = rate == 0 ? null : new Pace(rate);
    }

    /** How many commands have arrived since the start: a driver nobody asked for a card sends no finds. */
    public synchronized int commandsSeen() {
        return commands;
    }

    public IdCardReaderFaults faults() {
        return faults;
    }

    public void unplug() {
        server.unplug();
    }

    public void plug() {
        server.plug();
    }

    public boolean plugged() {
        return server.plugged();
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(Wire wire) throws IOException {
        SamRequests requests = new SamRequests(wire.in());
        Optional<SamRequest> request = requests.next();
        while (request.isPresent()) {
            Optional<Pace> line = line();
            int bytes = request.get().bytes();
            line.ifPresent(slow -> slow.received(bytes));
            if (isUnderstood()) {
                faults.send(wire, answer(request.get()), line);
            } else {
                wire.send(IdCardReaderFaults.noise());
            }
            request = requests.next();
        }
    }

    private synchronized Optional<Pace> line() {
        return Optional.ofNullable(pace);
    }

    private boolean isUnderstood() {
        IntSupplier host;
        synchronized (this) {
            host = hostSpeed;
        }
        return !faults.isWrongBaud() && host.getAsInt() == speed();
    }

    private synchronized byte[] answer(SamRequest request) {
        commands++;
        return switch (request.wire()) {
            case WRONG_CHECKSUM -> SamAnswers.frame(WRONG_CHECKSUM);
            case WRONG_LENGTH -> SamAnswers.frame(WRONG_LENGTH);
            case GOOD -> {
                var refusal = faults.refusalOf(request.command(), request.parameter());
                yield refusal.isPresent() ? refuse(refusal.getAsInt()) : obey(request);
            }
        };
    }

    private byte[] refuse(int status) {
        if (status != OK && state != State.NO_CARD) {
            // The card lost the module's field: every failure means starting again from find.
            state = State.ON_ANTENNA;
        }
        return SamAnswers.frame(status);
    }

    private byte[] obey(SamRequest request) {
        if (request.command() == 0x60 && request.parameter() < SPEEDS.size()) {
            speed = SPEEDS.get(request.parameter());
            return SamAnswers.frame(OK);
        }
        return switch ((request.command() << 8) | request.parameter()) {
            case 0x10FF, 0x11FF, 0x61FF -> SamAnswers.frame(OK);
            case 0x12FF -> SamAnswers.frame(OK, MODULE_NUMBER);
            case 0x2001 -> find();
            case 0x2002 -> select();
            case 0x3001, 0x3010 -> read(request.parameter() == 0x10);
            case 0x3003 -> appendedAddress();
            default -> SamAnswers.frame(UNKNOWN_COMMAND);
        };
    }

    private byte[] find() {
        if (state == State.NO_CARD || (state == State.READ && !rereads)) {
            return SamAnswers.frame(NO_CARD);
        }
        state = State.FOUND;
        return SamAnswers.frame(FOUND, new byte[4]);
    }

    private byte[] select() {
        if (state != State.FOUND) {
            return SamAnswers.frame(SELECT_FAILED);
        }
        if (!card.isIdCard()) {
            return refuse(WRONG_KIND_OF_CARD);
        }
        state = State.SELECTED;
        return SamAnswers.frame(OK, new byte[8]);
    }

    private byte[] read(boolean withFingerprint) {
        if (state != State.SELECTED) {
            return SamAnswers.frame(READ_FAILED);
        }
        state = State.READ;
        return withFingerprint
                ? SamAnswers.textPhotoAndNoFingerprint(card.text(), card.photo())
                : SamAnswers.textAndPhoto(card.text(), card.photo());
    }

    private byte[] appendedAddress() {
        if (state != State.SELECTED && state != State.READ) {
            return SamAnswers.frame(READ_FAILED);
        }
        return card.hasAppendedAddress() ? SamAnswers.frame(OK, card.appendedAddress()) : SamAnswers.frame(NOT_IN_CARD);
    }
}
