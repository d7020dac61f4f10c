package io.changbai.cabinet.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.LeadClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DebouncedTest {

    private final LeadClock clock = new LeadClock();
    private final Debounced input = new Debounced(Duration.ofMillis(100), Duration.ofSeconds(1));

    @Test
    void knowsNothingBeforeALevelWasStable() {
        input.see(true, clock.instant());
        assertThat(input.level()).isEmpty();
        stays(true, 90);
        assertThat(input.level()).isEmpty();
        stays(true, 10);
        assertThat(input.level()).contains(true);
    }

    @Test
    void aContactThatRattlesNeverCounts() {
        settled(false);
        for (int i = 0; i < 50; i++) {
            stays(i % 2 == 0, 40);
        }
        assertThat(input.level()).contains(false);
        assertThat(input.bounces()).isEqualTo(25);
    }

    @Test
    void eachEdgeBeginsTheTimeAnew() {
        settled(false);
        stays(true, 90);
        stays(false, 10);
        stays(true, 90);
        assertThat(input.level()).contains(false);
        stays(true, 10);
        assertThat(input.level()).contains(true);
    }

    @Test
    void theTimeOfAChangeIsThatOfItsFirstEdge() {
        settled(false);
        Instant edge = clock.instant();
        stays(true, 200);
        assertThat(input.since()).isEqualTo(edge);
    }

    @Test
    void onAndOffHaveTheirOwnTimes() {
        settled(true);
        stays(false, 990);
        assertThat(input.level()).contains(true);
        stays(false, 10);
        assertThat(input.level()).contains(false);
    }

    @Test
    void rattlingBeforeTheFirstLevelIsCountedToo() {
        stays(true, 50);
        stays(false, 50);
        stays(true, 50);
        assertThat(input.level()).isEmpty();
        assertThat(input.bounces()).isEqualTo(2);
    }

    @Test
    void afterTheBoardWasGoneNothingIsKnown() {
        settled(true);
        input.forget();
        assertThat(input.level()).isEmpty();
    }

    private void settled(boolean level) {
        stays(level, 1_000);
        assertThat(input.level()).contains(level);
        assertThat(input.bounces()).isZero();
    }

    private void stays(boolean level, long millis) {
        for (long i = 0; i < millis; i += 10) {
            input.see(level, clock.instant());
            clock.advance(Duration.ofMillis(10));
        }
        input.see(level, clock.instant());
    }
}
