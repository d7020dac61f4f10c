package io.changbai.fleet.store;

import java.time.Instant;
import java.util.Optional;

/** One-time codes, known only by their hash, each used up by the first key that shows it. */
public final class EnrolmentCodes {

    /** @param keyHash of the key that used the code; null while it is unused */
    public record Code(String terminalId, String site, Instant expiresAt, String keyHash, Instant usedAt) {}

    private static final String BY_HASH = " FROM enrolment_code WHERE code_hash = :code";

    private final Database database;

    public EnrolmentCodes(Database database) {
        this.database = database;
    }

    public void add(String codeHash, String terminalId, String site, Instant expiresAt) {
        database.write(
                handle -> handle.createUpdate("INSERT INTO enrolment_code (code_hash, terminal_id, site, expires_at)"
                                + " VALUES (:code, :terminal, :site, :expires)")
                        .bind("code", codeHash)
                        .bind("terminal", terminalId)
                        .bind("site", site)
                        .bind("expires", expiresAt)
                        .execute());
    }

    public Optional<Code> find(String codeHash) {
        return database.read(handle -> {
            Database.mapRows(handle, Code.class);
            return handle.createQuery("SELECT terminal_id, site, expires_at, key_hash, used_at" + BY_HASH)
                    .bind("code", codeHash)
                    .mapTo(Code.class)
                    .findOne();
        });
    }

    /** Uses the code up; of several keys at once exactly one wins, the others find its hash in the answer. */
    public Optional<Code> use(String codeHash, String keyHash, Instant now) {
        database.write(handle -> handle.createUpdate("UPDATE enrolment_code SET key_hash = :key, used_at = :now"
                        + " WHERE code_hash = :code AND key_hash IS NULL")
                .bind("code", codeHash)
                .bind("key", keyHash)
                .bind("now", now)
                .execute());
        return find(codeHash);
    }

    /** Writes down what operators should know. */
    public void report(String kind, String terminalId, String text, Instant now) {
        database.write(handle -> handle.createUpdate("INSERT INTO fleet_event (happened_at, kind, terminal_id, text)"
                        + " VALUES (:now, :kind, :terminal, :text)")
                .bind("now", now)
                .bind("kind", kind)
                .bind("terminal", terminalId)
                .bind("text", text)
                .execute());
    }
}
