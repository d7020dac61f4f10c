package io.changbai.document.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InputTrayTest {

    @Test
    void addsTheTraysUp() {
        assertThat(InputTray.percent(List.of(
                        "type=sheetFeedAutoRemovableTray;maxcapacity=250;level=100;status=0;name=tray-1;",
                        "level=25;maxcapacity=250")))
                .isEqualTo(OptionalInt.of(25));
    }

    @Test
    void aTrayThatDoesNotKnowMakesTheLevelUnknown() {
        assertThat(InputTray.percent(List.of("maxcapacity=250;level=-3;"))).isEmpty();
        assertThat(InputTray.percent(List.of("maxcapacity=250;"))).isEmpty();
        assertThat(InputTray.percent(List.of("maxcapacity=0;level=0;"))).isEmpty();
        assertThat(InputTray.percent(List.of("level=99999999999;maxcapacity=1")))
                .isEmpty();
        assertThat(InputTray.percent(List.of())).isEmpty();
    }

    @Test
    void neverMoreThanFull() {
        assertThat(InputTray.percent(List.of("level=300;maxcapacity=250"))).isEqualTo(OptionalInt.of(100));
    }
}
