package io.changbai.device.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.driver.StatusBoard;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusBoardTest {

    private static final DeviceFault PAPER =
            new DeviceFault("PRN-PAPER-OUT", Severity.FAULT, Mender.ATTENDANT, "Paper is out.");

    private final StatusBoard board = new StatusBoard(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 2);

    @Test
    void raisesAFaultOnlyWhenItWasSeenTwiceRunning() {
        board.look(Availability.ONLINE, List.of(PAPER), List.of());
        assertThat(board.status().faults()).isEmpty();
        board.look(Availability.ONLINE, List.of(), List.of());
        board.look(Availability.ONLINE, List.of(PAPER), List.of());
        assertThat(board.status().faults()).isEmpty();
        board.look(Availability.ONLINE, List.of(PAPER), List.of());
        assertThat(board.status().faults()).containsExactly(PAPER);
    }

    @Test
    void tellsListenersOnceForOneStatus() {
        List<DeviceStatus> told = new ArrayList<>();
        board.onStatus(told::add);
        board.look(Availability.ONLINE, List.of(), List.of());
        board.look(Availability.ONLINE, List.of(), List.of());
        assertThat(told).hasSize(1);
    }
}
