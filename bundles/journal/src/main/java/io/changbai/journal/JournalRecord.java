package io.changbai.journal;

import java.time.Instant;

/**
 * A record on disk.
 *
 * @param sequence counts up by one within its feed and never repeats, also not after a restart; starts at 1
 * @param epoch of the store: changes when a new, empty store had to be begun, so that sequence numbers of two stores
 *     are never mistaken for each other
 */
public record JournalRecord(
        String epoch, String feed, long sequence, Instant at, String key, boolean closes, byte[] payload) {

    @Override
    public String toString() {
        return "JournalRecord[" + feed + " " + sequence + ", " + payload.length + " bytes]";
    }
}
