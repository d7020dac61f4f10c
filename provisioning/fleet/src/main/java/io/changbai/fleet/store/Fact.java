package io.changbai.fleet.store;

import io.changbai.platform.messages.operations.TransactionRecord;
import java.time.Instant;

/** One thing learnt from one message, ready to be stored. */
public sealed interface Fact {

    String terminalId();

    Instant at();

    /** A session began. */
    record Born(String terminalId, Instant at, String bootId) implements Fact {}

    /** A session ended, in order or not. */
    record Gone(String terminalId, Instant at) implements Fact {}

    /** The newest state of a terminal, which is also its heartbeat; {@code state} is JSON. */
    record Heartbeat(String terminalId, Instant at, String bootId, String state) implements Fact {}

    /** A record of a feed; {@code body} is JSON. */
    record Event(Key key, Instant at, String body) implements Fact {
        @Override
        public String terminalId() {
            return key.terminalId();
        }
    }

    /** A step of a transaction. */
    record Step(Key key, Instant at, String body, TransactionRecord record) implements Fact {
        @Override
        public String terminalId() {
            return key.terminalId();
        }
    }

    /** A message nobody could read. */
    record Unreadable(String terminalId, Instant at, String topic, String reason, byte[] payload) implements Fact {}

    /** What a terminal calls a record; the same record always has the same key. */
    record Key(String terminalId, String feed, String epoch, long sequence) {}
}
