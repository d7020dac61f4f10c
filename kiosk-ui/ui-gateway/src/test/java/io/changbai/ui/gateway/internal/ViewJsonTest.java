package io.changbai.ui.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.journey.Screen;
import io.changbai.journey.VisitView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ViewJsonTest {

    @Test
    void isWhatThePageReads() {
        VisitView view = new VisitView(
                42, "zh-CN", "一号厅", new Screen.ConfirmPerson("王*民", "8901**********101X"), OptionalInt.of(30));

        assertThat(ViewJson.json(view))
                .isEqualTo(
                        "{\"revision\":42,\"language\":\"zh-CN\",\"site\":\"一号厅\",\"screen\":\"confirm-person\","
                                + "\"data\":{\"maskedName\":\"王*民\",\"maskedNumber\":\"8901**********101X\"},\"secondsLeft\":30}");
    }

    @Test
    void saysNullWhereThereIsNoProblemAndNoWarning() {
        Screen identify = new Screen.Identify(List.of("ID_CARD"), null, 3);

        assertThat(ViewJson.json(new VisitView(1, "en", "", identify, OptionalInt.empty())))
                .contains("\"data\":{\"ways\":[\"ID_CARD\"],\"problem\":null,\"triesLeft\":3},\"secondsLeft\":null");
    }

    @Test
    void keepsALineBreakInATextOutOfTheEventFraming() {
        VisitView view = new VisitView(1, "en", "a\n\ndata: b\r", new Screen.End(), OptionalInt.empty());

        String event = new String(ViewJson.event(view), StandardCharsets.UTF_8);

        assertThat(event.trim()).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void namesEveryScreenInKebabCase() {
        assertThat(ViewJson.name(new Screen.OutOfService(List.of()))).isEqualTo("out-of-service");
        assertThat(ViewJson.name(new Screen.Attract(List.of()))).isEqualTo("attract");
    }
}
