package io.changbai.device.api.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.LeadClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final DeviceFault ABSENT =
            new DeviceFault("TST-NO-DEVICE", Severity.FAULT, Mender.TECHNICIAN, "Nothing answers.");

    private final LeadClock clock = new LeadClock();
    private final StatusBoard board = new StatusBoard(clock, 1);
    private int tries;
    private int closed;
    private boolean plugged = true;

    private final Connection<AutoCloseable> connection =
            new Connection<>("tester", "tcp://far:1", ABSENT, board, clock, () -> {
                tries++;
                if (!plugged) {
                    throw new IOException("refused");
                }
                return () -> closed++;
            });

    @Test
    void opensOnceAndStaysOpen() {
        assertThat(connection.openWhenDue()).isPresent();
        assertThat(connection.openNow()).isPresent();

        assertThat(tries).isEqualTo(1);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void showsTheDeviceAsNotThereWhileNothingAnswers() {
        plugged = false;

        assertThat(connection.openWhenDue()).isEmpty();

        assertThat(board.status().availability()).isEqualTo(Availability.NO_DEVICE);
        assertThat(board.status().faults()).containsExactly(ABSENT);
    }

    @Test
    void triesAgainAfterOneTwoFiveTenSeconds() {
        plugged = false;
        for (int seconds : new int[] {1, 2, 5, 10, 10}) {
            int before = tries;
            connection.openWhenDue();
            assertThat(tries).isEqualTo(before + 1);
            assertThat(connection.untilNextTry())
                    .isEqualTo(Duration.ofSeconds(seconds).plusMillis(1));

            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            connection.openWhenDue();
            assertThat(tries).isEqualTo(before + 1);
            clock.advance(Duration.ofMillis(1));
        }
    }

    @Test
    void aCommandDoesNotWaitForTheBackOff() {
        plugged = false;
        connection.openWhenDue();
        plugged = true;

        assertThat(connection.openNow()).isPresent();
    }

    @Test
    void closesWhatWasLostAndOpensANewOne() {
        connection.openNow();

        connection.lost(new IOException("pulled"));

        assertThat(closed).isEqualTo(1);
        assertThat(connection.isOpen()).isFalse();
        assertThat(board.status().faults()).containsExactly(ABSENT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(connection.openWhenDue()).isPresent();
        assertThat(tries).isEqualTo(2);
    }
}
