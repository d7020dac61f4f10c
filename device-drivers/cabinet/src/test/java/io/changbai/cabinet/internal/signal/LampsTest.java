package io.changbai.cabinet.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.LeadClock;
import io.changbai.device.api.signal.Cabinet.Beep;
import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LampsTest {

    private final LeadClock clock = new LeadClock();
    private final Lamps lamps =
            new Lamps(new Wiring(Map.of(), Map.of(Light.SCANNER, new Line(0, false)), Optional.of(new Line(1, false))));

    @ParameterizedTest
    @EnumSource(Glow.class)
    void nothingFlashesMoreThanTwiceASecond(Glow glow) {
        lamps.tell(Light.SCANNER, glow, clock.instant());
        int flashes = 0;
        boolean before = false;
        for (int millis = 0; millis < 10_000; millis += 5) {
            boolean lit = lamps.levels(clock.instant()).get(0);
            flashes += lit && !before ? 1 : 0;
            before = lit;
            clock.advance(Duration.ofMillis(5));
        }
        assertThat(flashes).as("flashes in ten seconds (WCAG 2.3.1)").isLessThanOrEqualTo(20);
        assertThat(flashes).isEqualTo(glow == Glow.OFF ? 0 : glow == Glow.CONTINUOUS ? 1 : flashes);
    }

    @Test
    void theSameGlowToldAgainDoesNotBeginAnew() {
        lamps.tell(Light.SCANNER, Glow.QUICK, clock.instant());
        clock.advance(Duration.ofMillis(240));
        lamps.tell(Light.SCANNER, Glow.QUICK, clock.instant());
        clock.advance(Duration.ofMillis(20));
        assertThat(lamps.levels(clock.instant()).get(0)).isFalse();
    }

    @Test
    void aBeepEndsByItself() {
        lamps.beep(Beep.WARNING, clock.instant());
        assertThat(lamps.levels(clock.instant()).get(1)).isTrue();
        clock.advance(Duration.ofMillis(251));
        assertThat(lamps.levels(clock.instant()).get(1)).isFalse();
    }
}
