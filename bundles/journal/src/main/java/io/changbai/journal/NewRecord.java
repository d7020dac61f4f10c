package io.changbai.journal;

import java.util.Objects;

/**
 * A record to append.
 *
 * @param feed which feed it joins, for example {@code transactions}
 * @param key what it is about, for example a transaction id; several records may share it
 * @param closes true when nothing follows for this key
 * @param payload at most 1 MB; the journal does not look inside
 */
public record NewRecord(String feed, String key, boolean closes, byte[] payload) {

    public NewRecord {
        Objects.requireNonNull(feed);
        Objects.requireNonNull(key);
        Objects.requireNonNull(payload);
    }

    @Override
    public String toString() {
        return "NewRecord[" + feed + ", " + payload.length + " bytes]";
    }
}
