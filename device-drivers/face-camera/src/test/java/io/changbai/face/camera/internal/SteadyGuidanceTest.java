package io.changbai.face.camera.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.LeadClock;
import io.changbai.device.api.face.Guidance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyGuidanceTest {

    private final LeadClock clock = new LeadClock();
    private final List<Guidance> told = new ArrayList<>();
    private final SteadyGuidance guidance = new SteadyGuidance(clock, told::add);

    @Test
    void onePictureAloneTellsNothing() {
        guidance.needs(Guidance.CLOSER);
        guidance.needs(Guidance.MORE_LIGHT);
        guidance.needs(Guidance.CLOSER);
        assertThat(told).isEmpty();
        assertThat(guidance.last()).contains(Guidance.CLOSER);
    }

    @Test
    void aHintStandsASecondWhateverThePicturesSay() {
        twice(Guidance.CLOSER);
        clock.advance(Duration.ofMillis(900));
        twice(Guidance.MORE_LIGHT);
        assertThat(told).containsExactly(Guidance.CLOSER);
        clock.advance(Duration.ofMillis(100));
        guidance.needs(Guidance.MORE_LIGHT);
        assertThat(told).containsExactly(Guidance.CLOSER, Guidance.MORE_LIGHT);
    }

    @Test
    void theSameIsNotSaidTwiceRunning() {
        for (int i = 0; i < 20; i++) {
            guidance.needs(Guidance.CLOSER);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(told).containsExactly(Guidance.CLOSER);
    }

    @Test
    void neverMoreThanOneASecondInALongFlicker() {
        for (int i = 0; i < 300; i++) { // 20 s at 15 pictures a second, changing its mind every other one
            twice(i % 2 == 0 ? Guidance.CLOSER : Guidance.FURTHER);
            clock.advance(Duration.ofMillis(133));
        }
        assertThat(told).hasSizeLessThanOrEqualTo(41);
    }

    private void twice(Guidance what) {
        guidance.needs(what);
        guidance.needs(what);
    }
}
