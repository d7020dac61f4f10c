package io.changbai.platform.link.internal;

import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.LifeCycle;
import io.changbai.terminal.enrolment.Papers;
import java.util.List;
import java.util.function.LongSupplier;

/** What this terminal says of itself when a session begins, when its applications change, and when it goes. */
final class Births {

    private static final String MODEL = "Changbai kiosk";

    private final Envelope envelope;
    private final String version;
    private final LongSupplier ticks;
    private final long startedAt;

    /** @param version of the application */
    Births(Envelope envelope, String version, LongSupplier ticks) {
        this.envelope = envelope;
        this.version = version;
        this.ticks = ticks;
        this.startedAt = ticks.getAsLong();
    }

    KuraPayload birth(Papers papers, List<String> applicationIds) {
        return LifeCycle.birth(
                envelope.clock().instant(),
                new LifeCycle.Terminal(
                        papers.terminalId(), MODEL, "", version, uptime(), applicationIds, envelope.asText()));
    }

    KuraPayload disconnect(Papers papers) {
        return LifeCycle.disconnect(envelope.clock().instant(), uptime(), papers.terminalId());
    }

    private long uptime() {
        return ticks.getAsLong() - startedAt;
    }
}
