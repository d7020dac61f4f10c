package io.changbai.qr.scanner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.LeadClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final LeadClock clock = new LeadClock();
    private final Heartbeat heartbeat = new Heartbeat(clock, Duration.ofSeconds(30), Duration.ofSeconds(2));

    private void missOne() {
        assertThat(heartbeat.isDue()).isTrue();
        heartbeat.asked();
        clock.advance(Duration.ofSeconds(2));
    }

    @Test
    void asksOnlyAfterThePeriodAndNotAgainWhileItWaits() {
        clock.advance(Duration.ofMillis(29_999));
        assertThat(heartbeat.isDue()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(heartbeat.isDue()).isTrue();
        heartbeat.asked();
        clock.advance(Duration.ofMillis(1_999));
        assertThat(heartbeat.isDue()).isFalse();
    }

    @Test
    void isLostAfterThreeMissesRunningNotBefore() {
        clock.advance(Duration.ofSeconds(30));
        missOne();
        missOne();
        assertThat(heartbeat.isDue()).isTrue();
        assertThat(heartbeat.isLost()).isFalse();
        heartbeat.asked();
        clock.advance(Duration.ofSeconds(2));
        assertThat(heartbeat.isDue()).isTrue();
        assertThat(heartbeat.isLost()).isTrue();
    }

    @Test
    void forgetsMissesAfterAnAnswer() {
        clock.advance(Duration.ofSeconds(30));
        missOne();
        missOne();
        heartbeat.answered();
        clock.advance(Duration.ofSeconds(30));
        missOne();
        assertThat(heartbeat.isDue()).isTrue();
        assertThat(heartbeat.isLost()).isFalse();
    }
}
