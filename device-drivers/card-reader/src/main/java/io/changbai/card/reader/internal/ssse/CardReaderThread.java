package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device.Subscription;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.link.CardSlot;
import io.changbai.device.link.CardSlot.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The thread on which everything happens with the reader's slots, what it knows of them, and the watchdog over it.
 *
 * <pre>
 *   a call into the reader overdue ──► SCR-HANGS, every command ends    it comes back ──► next look, as before
 * </pre>
 */
final class CardReaderThread implements AutoCloseable {

    /** Brings work and a card together, on the device's thread. */
    interface Visits {
        <R> R visit(CardWork<R> work, Duration patience, Cancellation cancellation);
    }

    /** What a command does. */
    @FunctionalInterface
    interface Work<R> {
        R run(Visits visits, Cancellation cancellation);
    }

    /** The reader is there; nothing is held open between commands. */
    private static final class Found implements AutoCloseable {
        @Override
        public void close() {
            // nothing to close
        }
    }

    /** pcscd is back this soon when it is restarted; a reader that was never there is not waited for. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final CardSlot cards;
    private final TerminalKeys keys;
    private final SocialReaderSettings settings;
    private final Clock clock;
    private final StatusBoard board = new StatusBoard(Clock.systemUTC(), 2);
    private final Watchdog watchdog;
    private final Connection<Found> connection;
    private final DeviceThread thread;
    private final Set<GuardedCommand<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile DeviceInformation information = DeviceInformation.UNKNOWN;
    private volatile boolean cardPresent;

    CardReaderThread(
            String id, String where, CardSlot slot, TerminalKeys keys, SocialReaderSettings settings, Clock clock) {
        this.watchdog = new Watchdog(id, settings.hang(), this::hangs);
        this.cards = new WatchedSlot(slot, watchdog);
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.connection = new Connection<>(id, where, SocialReaderFaults.ABSENT, board, clock, this::find);
        this.thread = new DeviceThread(id, this::look).start();
    }

    DeviceStatus status() {
        return board.status();
    }

    DeviceInformation information() {
        return information;
    }

    Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    boolean cardPresent() {
        return cardPresent;
    }

    /**
     * @param cancelled the result when the command is cancelled before its work began
     * @param hangs the result when the reader does not come back
     */
    <R> GuardedCommand<R> submit(R cancelled, Supplier<R> hangs, Work<R> work) {
        DeviceCommand<R> inner = thread.submit(cancelled, cancellation -> work.run(this::visit, cancellation));
        GuardedCommand<R> command = new GuardedCommand<>(inner, hangs);
        underWay.add(command);
        command.result().whenComplete((end, defect) -> underWay.remove(command));
        if (watchdog.isHanging()) {
            command.hangs();
        }
        return command;
    }

    private <R> R visit(CardWork<R> work, Duration patience, Cancellation cancellation) {
        boolean served = board.status().canServe();
        if (served) {
            board.look(Availability.BUSY, board.status().faults(), List.of());
        }
        R result = new CardVisit<>(cards, clock, patience, served ? GRACE : Duration.ZERO, cancellation, work).run();
        look(connection.openNow()); // whether the card is still there is true from the moment the result is
        return result;
    }

    private Found find() throws IOException {
        Optional<DeviceFault> absent = SocialReaderFaults.of(cards.state());
        if (absent.isPresent()) {
            throw new IOException(absent.get().text());
        }
        information = new DeviceInformation(cards.readerName(), "", "");
        return new Found();
    }

    private Duration look() {
        return look(connection.openWhenDue());
    }

    private Duration look(Optional<Found> found) {
        State state = found.isPresent() ? cards.state() : State.NO_READER;
        cardPresent = state == State.CARD_PRESENT;
        Optional<DeviceFault> absent = SocialReaderFaults.of(state);
        if (found.isPresent() && absent.isPresent()) {
            connection.lost(new IOException(absent.get().text()));
        }
        if (absent.isPresent()) {
            return connection.untilNextTry();
        }
        board.look(Availability.ONLINE, keys.fault().stream().toList(), List.of());
        return settings.rest();
    }

    /** On the watchdog's thread. Twice, because what did not come back for so long needs no second look. */
    private void hangs() {
        board.look(Availability.HARDWARE_ERROR, List.of(SocialReaderFaults.HANGS), List.of());
        board.look(Availability.HARDWARE_ERROR, List.of(SocialReaderFaults.HANGS), List.of());
        underWay.forEach(GuardedCommand::hangs);
    }

    @Override
    public void close() {
        thread.close();
        watchdog.close();
        cards.close();
        underWay.forEach(GuardedCommand::hangs); // only those whose thread did not come back
    }
}
