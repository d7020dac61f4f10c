package io.changbai.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.journal.JournalRecord;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of appending, ten times over the same store. */
class JournalKillIT {

    private static final int KILLS = 10;

    @TempDir
    Path data;

    private final Random random = new Random();

    @Test
    void losesNothingThatWasAcceptedAndKeepsTheNumbersGapless() throws Exception {
        Set<Long> accepted = new HashSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            accepted.addAll(acceptedBeforeTheKill());
            List<Long> kept = reopen();
            assertThat(kept).as("kill %d: lost", kill).containsAll(accepted);
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i)).as("kill %d: gapless", kill).isEqualTo(i + 1L);
            }
        }
        assertThat(accepted).as("a test without records proves nothing").hasSizeGreaterThan(KILLS * 10);
    }

    private List<Long> acceptedBeforeTheKill() throws Exception {
        Process appender = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledAppender.class.getName(),
                        data.resolve("journal").toString())
                .redirectErrorStream(true)
                .start();
        List<Long> accepted = new ArrayList<>();
        int killAfter = 20 + random.nextInt(400);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(appender.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertThat(line).doesNotContain("FAILED");
                if (line.matches("[0-9]+\\.")) {
                    accepted.add(Long.parseLong(line.substring(0, line.length() - 1)));
                }
                if (accepted.size() == killAfter) {
                    appender.toHandle()
                            .destroyForcibly(); // SIGKILL; what is in the pipe is still read and still counts
                }
            }
        } finally {
            appender.destroyForcibly();
        }
        assertThat(appender.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return accepted;
    }

    private List<Long> reopen() throws Exception {
        SqliteJournal journal =
                new SqliteJournal(data.resolve("journal"), Clock.systemUTC(), Duration.ofMillis(50), 1L << 26);
        try {
            assertThat(journal.faults()).allMatch(fault -> !fault.code().equals("JRN-QUARANTINED"));
            return journal.pending("f", 0, Integer.MAX_VALUE).stream()
                    .map(JournalRecord::sequence)
                    .toList();
        } finally {
            journal.close();
        }
    }
}
