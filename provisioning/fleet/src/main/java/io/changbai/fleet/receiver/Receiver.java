package io.changbai.fleet.receiver;

import io.changbai.fleet.receiver.Interpreter.Reading;
import io.changbai.fleet.receiver.MessageSource.Delivery;
import io.changbai.fleet.store.DatabaseAwayException;
import io.changbai.fleet.store.Fact;
import io.changbai.fleet.store.Ledger;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker between broker and database, on its own thread.
 *
 * <pre>
 * enqueue ──► batch of up to 500 ──► one transaction ──► commit ──► answer each ──► acknowledge each
 *                    ▲                      │ database away: nothing is acknowledged
 *                    └──────── pause ◄──────┘
 * </pre>
 *
 * When the database is there but refuses a batch, its messages are stored one by one and the refused one is put aside.
 */
public final class Receiver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final int BATCH = 500;
    private static final Duration END_LIMIT = Duration.ofSeconds(2);

    private final MessageSource source;
    private final Ledger ledger;
    private final Clock clock;
    private final Duration pause;
    // Bounded by what the broker sends before it waits for acknowledgements.
    private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "receiver");
    private boolean databaseAway;

    public Receiver(MessageSource source, Ledger ledger, Clock clock) {
        this(source, ledger, clock, Duration.ofSeconds(1));
    }

    Receiver(MessageSource source, Ledger ledger, Clock clock, Duration pause) {
        this.source = source;
        this.ledger = ledger;
        this.clock = clock;
        this.pause = pause;
    }

    public Receiver start() {
        thread.start();
        source.open(waiting::add);
        return this;
    }

    /** Ends after the batch in hand; what is not acknowledged comes again at the next start. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(END_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Delivery> batch = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(batch, BATCH - 1);
                process(batch);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void process(List<Delivery> batch) throws InterruptedException {
        List<Reading> readings = batch.stream().map(Interpreter::read).toList();
        if (isStoredInTheEnd(readings)) {
            for (int i = 0; i < batch.size(); i++) {
                answer(batch.get(i), readings.get(i));
            }
        } else {
            storeOneByOne(batch, readings);
        }
    }

    private void storeOneByOne(List<Delivery> batch, List<Reading> readings) throws InterruptedException {
        for (int i = 0; i < batch.size(); i++) {
            Reading reading = readings.get(i);
            if (!isStoredInTheEnd(List.of(reading))) {
                reading = Interpreter.refused(reading, batch.get(i));
                if (!isStoredInTheEnd(List.of(reading))) {
                    LOG.error("a message can be neither stored nor put aside; it comes again at the next start");
                    continue;
                }
            }
            answer(batch.get(i), reading);
        }
    }

    /** Waits for a database that is away. False: the database is there and refuses one of them. */
    private boolean isStoredInTheEnd(List<Reading> readings) throws InterruptedException {
        List<Fact> facts = readings.stream().map(Reading::fact).toList();
        while (true) {
            try {
                ledger.store(facts);
                reportAway(false);
                return true;
            } catch (DatabaseAwayException e) {
                reportAway(true);
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            } catch (RuntimeException refused) {
                LOG.debug("not stored", refused);
                return false;
            }
        }
    }

    /** The answer leaves before the acknowledgement: between the two a kill makes a duplicate, not a loss. */
    private void answer(Delivery message, Reading reading) {
        reading.replyTopic().ifPresent(topic -> {
            var reply = Reply.of(clock.instant(), reading.code(), Optional.empty());
            source.send(topic, KuraCodec.encode(reply));
        });
        try {
            message.acknowledge();
        } catch (RuntimeException connectionGone) {
            LOG.debug("comes again", connectionGone);
        }
    }

    private void reportAway(boolean away) {
        if (away != databaseAway) {
            databaseAway = away;
            LOG.warn(away ? "the database is away: nothing is acknowledged" : "the database is back");
        }
    }
}
