package io.changbai.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.fleet.broker.MosquittoBroker;
import io.changbai.fleet.store.Database;
import io.changbai.fleet.store.Fact;
import io.changbai.fleet.store.Ledger;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.operations.TerminalState;
import io.changbai.platform.messages.operations.TerminalState.DeviceReport;
import io.changbai.platform.messages.operations.TerminalState.FaultReport;
import io.changbai.platform.messages.operations.TerminalState.SupplyReport;
import io.changbai.platform.messages.operations.TransactionRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. With {@code -Dfleet.pictures=FOLDER} it takes pictures for people. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConsolePageIT {

    private static final int TERMINALS = 200;
    private static final int TRANSACTIONS = 2_000;

    @TempDir
    Path folder;

    private CentralSide central;

    @AfterEach
    void end() {
        central.close();
    }

    @Test
    void saysThatNothingHasComeYet() throws Exception {
        String page = open("empty");

        assertThat(page)
                .contains("No terminal has been heard of yet.")
                .contains("No transaction has arrived yet.")
                .contains("Nothing is missing.")
                .contains("Receiving from the broker");
    }

    @Test
    void showsThoseThatNeedSomebodyFirstAndOpen() throws Exception {
        seed();
        String page = open("many");

        assertThat(page).contains("200 · 199 online · 2 need somebody").contains("Newest 100");
        List<String> terminals = List.of(page.split("<details", -1)).subList(1, TERMINALS + 1);
        assertThat(terminals.subList(0, 2)).allMatch(terminal -> terminal.contains(" open=\"\""));
        assertThat(terminals.subList(0, 2)).anyMatch(terminal -> terminal.contains("RCP-PAPER-OUT"));
        assertThat(terminals.subList(0, 2))
                .as("what a silent terminal said last is told as past")
                .anyMatch(terminal -> terminal.contains("T-150") && terminal.contains("was IN_SERVICE"));
        assertThat(terminals.subList(2, TERMINALS)).noneMatch(terminal -> terminal.contains(" open=\"\""));
    }

    @Test
    void setsWhatTerminalsSayAsTextNeverAsMarkup() throws Exception {
        try (Database database = Database.embedded(Files.createDirectories(folder.resolve("fleet")))) {
            new Ledger(database)
                    .store(List.of(heartbeat("T-1", Instant.now(), "<img src=x onerror=alert(1)>", "ONLINE")));
        }

        assertThat(open("markup")).contains("&lt;img src=x").doesNotContain("<img");
    }

    private String open(String name) throws Exception {
        central = new CentralSide(folder, MosquittoBroker::start).fleet(Clock.systemUTC());
        central.await("/api/overview", answer -> answer.body().contains("\"brokerConnected\":true"), "the broker");
        String pictures = System.getProperty("fleet.pictures");
        if (pictures != null) {
            Path file = Path.of(pictures, name + ".png");
            Browser.picture(central.console(), central.token(), folder.resolve("profile"), file.toString());
        }
        return Browser.page(central.console(), central.token(), folder.resolve("profile"));
    }

    /** Terminal 7 is out of paper, terminal 150 has been silent. */
    private void seed() throws Exception {
        try (Database database = Database.embedded(Files.createDirectories(folder.resolve("fleet")))) {
            Ledger ledger = new Ledger(database);
            Instant now = Instant.now();
            List<Fact> facts = new ArrayList<>();
            for (int i = 1; i <= TERMINALS; i++) {
                Instant at = i == 150 ? now.minus(Duration.ofHours(2)) : now;
                facts.add(heartbeat("T-%03d".formatted(i), at, "Yinxing Road hall " + i, i == 7 ? "OUT" : "FULL"));
            }
            for (int i = 0; i < TRANSACTIONS; i++) {
                List.of("DRAFT", "SUBMITTED", "ISSUED", "PRINTED")
                        .forEach(state -> facts.add(step(facts.size(), state)));
            }
            ledger.store(facts);
        }
    }

    private static Fact heartbeat(String terminal, Instant at, String site, String paper) {
        List<FaultReport> faults = paper.equals("OUT")
                ? List.of(new FaultReport("RCP-PAPER-OUT", "FAULT", "ATTENDANT", "The receipt printer has no paper."))
                : List.of();
        SupplyReport roll = new SupplyReport("paper", paper, paper.equals("OUT") ? 0 : 80);
        List<DeviceReport> devices = List.of(
                new DeviceReport("receipt-printer", "RECEIPT_PRINTER", "ONLINE", faults, List.of(roll)),
                new DeviceReport("id-card-reader", "ID_CARD_READER", "ONLINE", List.of(), List.of()));
        TerminalState state = new TerminalState("IN_SERVICE", site, "0.1.0", 4_000, 60_000_000, 0, devices);
        return new Fact.Heartbeat(
                terminal, at, "b-" + terminal, new String(JsonCodec.write(state), StandardCharsets.UTF_8));
    }

    /** Four steps make a transaction; ten transactions belong to each terminal. */
    private static Fact step(int number, String state) {
        int transaction = (number - TERMINALS) / 4;
        int step = (number - TERMINALS) % 4 + 1;
        String terminal = "T-%03d".formatted(transaction % TERMINALS + 1);
        long sequence = transaction / TERMINALS * 4L + step;
        TransactionRecord record = new TransactionRecord(
                "%08x-0000-4000-8000-000000000000".formatted(transaction),
                step,
                transaction % 3 == 0 ? "pension-certification" : "participation-certificate",
                state,
                null,
                "NEXT",
                step > 2 ? "890101-2026-%06d".formatted(transaction) : null,
                "2026-11-23T08:00:00Z");
        String body = new String(JsonCodec.write(record), StandardCharsets.UTF_8);
        Instant at = Instant.now().minusSeconds(TRANSACTIONS - transaction);
        return new Fact.Step(new Fact.Key(terminal, "transactions", "e1", sequence), at, body, record);
    }
}
