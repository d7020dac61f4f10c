package io.changbai.cabinet.internal.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.signal.PowerState;
import org.junit.jupiter.api.Test;

class ConfirmedTest {

    private static final PowerState MAINS = UpsStatus.of("OL", "100", "");
    private static final PowerState BATTERY = UpsStatus.of("OB", "99", "");
    private static final PowerState ENDS = UpsStatus.of("OB LB", "9", "");

    private final Confirmed confirmed = new Confirmed();

    @Test
    void oneFlickerIsNotBelieved() {
        assertThat(confirmed.see(MAINS)).contains(MAINS);
        assertThat(confirmed.see(BATTERY)).isEmpty();
        assertThat(confirmed.see(MAINS)).isEmpty();
        assertThat(confirmed.see(MAINS)).contains(MAINS);
    }

    @Test
    void twoLooksRunningAreBelievedAndSoIsEachFigureAfterThem() {
        confirmed.see(MAINS);
        confirmed.see(BATTERY);
        PowerState later = UpsStatus.of("OB DISCHRG", "80", "600");
        assertThat(confirmed.see(later)).contains(later);
        assertThat(confirmed.see(ENDS)).isEmpty();
        assertThat(confirmed.see(ENDS)).contains(ENDS);
    }

    @Test
    void theFirstLookAfterSilenceCountsAtOnce() {
        confirmed.see(MAINS);
        confirmed.forget();
        assertThat(confirmed.see(BATTERY)).contains(BATTERY);
    }
}
