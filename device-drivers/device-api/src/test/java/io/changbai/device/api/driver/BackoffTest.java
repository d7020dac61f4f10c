package io.changbai.device.api.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.LeadClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final LeadClock clock = new LeadClock();
    private final Backoff backoff = new Backoff(clock);

    @Test
    void waitsOneTwoFiveAndThenTenSeconds() {
        for (int seconds : List.of(1, 2, 5, 10, 10)) {
            backoff.failed();
            assertThat(backoff.left()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(backoff.isDue()).isFalse();
            clock.advance(Duration.ofSeconds(seconds));
            assertThat(backoff.isDue()).isTrue();
        }
    }

    @Test
    void beginsAnewAfterASuccess() {
        assertThat(backoff.isDue()).isTrue();
        backoff.failed();
        backoff.failed();
        backoff.succeeded();
        assertThat(backoff.isDue()).isTrue();
        backoff.failed();
        assertThat(backoff.left()).isEqualTo(Duration.ofSeconds(1));
    }
}
