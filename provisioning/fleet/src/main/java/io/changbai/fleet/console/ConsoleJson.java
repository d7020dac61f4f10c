package io.changbai.fleet.console;

import io.changbai.fleet.enrolment.EnrolmentDesk;
import io.changbai.fleet.store.EventRow;
import io.changbai.fleet.store.FleetView;
import io.changbai.fleet.store.GapRow;
import io.changbai.fleet.store.TerminalRow;
import io.changbai.fleet.store.TransactionRow;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.operations.TerminalState;
import io.changbai.platform.messages.operations.TerminalState.DeviceReport;
import io.changbai.platform.messages.operations.TerminalState.FaultReport;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Bodies of the API. Instants are ISO 8601 text; the header As-Of says when an answer was true. */
public final class ConsoleJson {

    private static final FaultReport DUPLICATE = new FaultReport(
            "DUPLICATE-TERMINAL",
            "FAULT",
            "TECHNICIAN",
            "Two machines take turns with this terminal's certificate; take one out of service.");

    private final FleetView view;
    private final Clock clock;
    private final BooleanSupplier brokerConnected;

    public ConsoleJson(FleetView view, Clock clock, BooleanSupplier brokerConnected) {
        this.view = view;
        this.clock = clock;
        this.brokerConnected = brokerConnected;
    }

    Overview overview() {
        return new Overview(
                brokerConnected.getAsBoolean(),
                view.quarantined(),
                view.gaps().stream().map(ConsoleJson::gap).toList(),
                view.events().stream().map(ConsoleJson::event).toList());
    }

    List<Terminal> terminals(List<TerminalRow> rows) {
        return rows.stream().map(this::terminal).toList();
    }

    Terminal terminal(TerminalRow row) {
        TerminalState state = state(row.state());
        return new Terminal(
                row.terminalId(),
                row.online(),
                row.since().toString(),
                row.lastSeen().toString(),
                row.bootId(),
                row.twoBoots() ? List.of(DUPLICATE) : List.of(),
                state,
                state == null || state.devices() == null ? List.of() : state.devices(),
                row.stateAt() == null ? null : row.stateAt().toString());
    }

    List<Transaction> transactions(List<TransactionRow> rows) {
        return rows.stream().map(ConsoleJson::transaction).toList();
    }

    Code code(EnrolmentDesk.NewCode code) {
        return new Code(code.code(), code.expiresAt().toString());
    }

    /** The moment an answer was true, ISO 8601. */
    String now() {
        return clock.instant().toString();
    }

    private static Transaction transaction(TransactionRow row) {
        return new Transaction(
                row.terminalId(),
                row.transactionId(),
                row.service(),
                row.reference(),
                row.updatedAt().toString(),
                row.states().isEmpty() ? null : row.states().get(row.states().size() - 1),
                row.states());
    }

    private static Gap gap(GapRow row) {
        return new Gap(row.terminalId(), row.feed(), row.firstMissing(), row.lastMissing(), text(row.noticedAt()));
    }

    private static Event event(EventRow row) {
        return new Event(text(row.happenedAt()), row.kind(), row.terminalId(), row.text());
    }

    private static String text(Instant instant) {
        return instant.toString();
    }

    private static TerminalState state(String json) {
        try {
            return json == null ? null : JsonCodec.read(json.getBytes(StandardCharsets.UTF_8), TerminalState.class);
        } catch (MalformedBodyException e) {
            throw new IllegalStateException("only readable states are stored", e);
        }
    }

    record Overview(boolean brokerConnected, long quarantined, List<Gap> gaps, List<Event> events) {}

    /** @param faults what the central side sees; the terminal's own are with its devices */
    record Terminal(
            String terminalId,
            boolean online,
            String since,
            String lastSeen,
            String bootId,
            List<FaultReport> faults,
            TerminalState state,
            List<DeviceReport> devices,
            String stateAt) {}

    /** @param state the newest of its {@code states} */
    record Transaction(
            String terminalId,
            String transactionId,
            String service,
            String reference,
            String updatedAt,
            String state,
            List<String> states) {}

    record Gap(String terminalId, String feed, long first, long last, String noticedAt) {}

    record Event(String at, String kind, String terminalId, String text) {}

    record Code(String code, String expiresAt) {
        @Override
        public String toString() {
            return "Code[redacted]";
        }
    }
}
