package io.changbai.transactions.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.journal.internal.JournalOnDisk;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionState;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIGKILL in each state of a transaction, over the real journal on disk. */
class TransactionKillIT {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "REVIEWED,          ''",
        "ABANDONED,         ABANDON",
        "SUBMITTED,         SUBMIT",
        "SUBMIT_UNKNOWN,    SUBMIT PLATFORM_SILENT",
        "REJECTED,          SUBMIT PLATFORM_REJECTED",
        "ACCEPTED,          SUBMIT PLATFORM_ACCEPTED",
        "PRINTING,          SUBMIT PLATFORM_ACCEPTED PRINT",
        "PRINT_UNKNOWN,     SUBMIT PLATFORM_ACCEPTED PRINT PRINT_SILENT",
        "PRESENTED,         SUBMIT PLATFORM_ACCEPTED PRINT PRINTED",
        "COMPLETE,          SUBMIT PLATFORM_ACCEPTED PRINT PRINTED TAKEN",
        "COMPLETE_NO_PAPER, SUBMIT PLATFORM_ACCEPTED PRINT NOT_PRINTED"
    })
    void afterAKillTheNextStartStandsExactlyThere(TransactionState state, String events) throws Exception {
        String id = killedAt(state, events);
        try (JournalOnDisk disk = new JournalOnDisk(data.resolve("journal"))) {
            JournalledTransactions transactions =
                    new JournalledTransactions(disk.journal(), disk.journal(), Clock.systemUTC());
            int steps = events.isEmpty() ? 1 : events.split(" ").length + 1;
            Transaction expected = new Transaction(id, "s", state, steps, events.isEmpty() ? null : "REF-1");
            assertThat(transactions.unsettled()).isEqualTo(state.isSettled() ? List.of() : List.of(expected));
            assertThat(disk.journal().pending("transactions", 0, 100))
                    .as("every step is still to be told to the platform")
                    .hasSize(steps);
        }
    }

    private String killedAt(TransactionState state, String events) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                WalkToState.class.getName(),
                data.resolve("journal").toString()));
        if (!events.isEmpty()) {
            command.addAll(List.of(events.split(" ")));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("AT ")) {
                    assertThat(line).endsWith(" " + state);
                    return line.split(" ")[1];
                }
            }
            throw new AssertionError("the child ended: " + said);
        } finally {
            process.destroyForcibly(); // SIGKILL
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
