package io.changbai.platform.link;

import java.util.Optional;

/** What the link says of itself, for telemetry, technicians and the out-of-service screen. */
public interface LinkStatus {

    State state();

    /** Random per start of the application; in every message. */
    String bootId();

    /** Why there is no session, or what is odd about it; empty when all is well. */
    Optional<LinkFault> fault();

    enum State {
        /** No papers yet. */
        NOT_ENROLLED,
        CONNECTING,
        CONNECTED,
        /** Waiting before the next attempt. */
        BACKING_OFF,
        STOPPED
    }

    /**
     * @param code {@code LNK-UNREACHABLE}, {@code LNK-TLS}, {@code LNK-REFUSED}, {@code LNK-TAKEN-OVER},
     *     {@code LNK-SILENT}, or with a session {@code LNK-RECORD-REFUSED}
     * @param text one plain English sentence
     */
    record LinkFault(String code, String text) {}
}
