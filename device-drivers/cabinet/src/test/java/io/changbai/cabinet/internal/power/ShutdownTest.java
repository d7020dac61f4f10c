package io.changbai.cabinet.internal.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.LeadClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownTest {

    @TempDir
    Path folder;

    private final LeadClock clock = new LeadClock();

    @Test
    void aCommandThatIsNotThereIsNoDisaster() {
        Shutdown shutdown = new Shutdown(List.of("/no/such/command"), Duration.ZERO, clock);
        shutdown.look(true);
        assertThat(shutdown.isAwaited()).isFalse();
    }

    @Test
    void withoutACommandNothingIsAwaited() {
        Shutdown shutdown = new Shutdown(List.of(), Duration.ZERO, clock);
        shutdown.look(true);
        assertThat(shutdown.isAwaited()).isFalse();
    }

    @Test
    void mainsThatComesBackInTimeCallsItOff() {
        Shutdown shutdown = shutdown();
        shutdown.look(true);
        clock.advance(Duration.ofSeconds(59));
        shutdown.look(true);
        shutdown.look(false);
        clock.advance(Duration.ofSeconds(2));
        shutdown.look(true);
        assertThat(shutdown.isAwaited()).isTrue();
        assertThat(Files.exists(mark())).isFalse();
    }

    @Test
    void asksOnceWhenTheTimeIsUp() throws Exception {
        Shutdown shutdown = shutdown();
        shutdown.look(true);
        clock.advance(Duration.ofSeconds(60));
        shutdown.look(true);
        awaitMark();
        Files.delete(mark());
        clock.advance(Duration.ofSeconds(60));
        shutdown.look(true);
        assertThat(shutdown.isAwaited()).isFalse();
    }

    private Shutdown shutdown() {
        return new Shutdown(List.of("touch", mark().toString()), Duration.ofSeconds(60), clock);
    }

    private Path mark() {
        return folder.resolve("shut-down");
    }

    private void awaitMark() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Files.exists(mark())) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
