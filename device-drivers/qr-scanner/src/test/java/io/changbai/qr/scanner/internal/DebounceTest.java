package io.changbai.qr.scanner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.LeadClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DebounceTest {

    private final LeadClock clock = new LeadClock();
    private final Debounce debounce = new Debounce(clock);

    @Test
    void takesTheSameCodeWithinOneAndAHalfSecondsForOneEvent() {
        assertThat(debounce.isRepeat(new byte[] {1})).isFalse();
        clock.advance(Duration.ofMillis(1_499));
        assertThat(debounce.isRepeat(new byte[] {1})).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(debounce.isRepeat(new byte[] {1})).isFalse();
    }

    @Test
    void takesAnotherCodeForAnotherEvent() {
        assertThat(debounce.isRepeat(new byte[] {1})).isFalse();
        assertThat(debounce.isRepeat(new byte[] {2})).isFalse();
        assertThat(debounce.isRepeat(new byte[] {1})).isFalse();
    }
}
