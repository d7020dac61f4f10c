package io.changbai.pin.pad.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.pin.PinBlock;
import io.changbai.device.api.pin.PinBlock.Format;
import io.changbai.device.api.pin.PinRequest;
import io.changbai.device.api.pin.PinRequest.Prompt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PadMessageTest {

    private static final String FS = "\u001C";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11.",
                "11.4|M|F|S",
                "11.0|M|F",
                "70.00A1|13",
                "70.00A1|4",
                "70.00A1|0004",
                "70.00a1|04",
                "71.00A1|Q",
                "71.00A1|",
                "73.00A1|3|89000000000000E00001|1B9C1845EB993A7",
                "73.00A1|3|89000000000000E00001|1b9c1845eb993a7a",
                "73.00A1|2|89000000000000E00001|1B9C1845EB993A7A",
                "73.00A1|3||1B9C1845EB993A7A",
                "99.00A1|04"
            })
    void takesForNothingWhatTheProfileDoesNotKnow(String text) {
        assertThat(PadMessage.decode(text.replace("|", FS))).isInstanceOf(PadMessage.Unknown.class);
    }

    @Test
    void readsWhatThePadSays() {
        assertThat(PadMessage.decode(String.join(FS, "11.1", "PP-1", "2.0", "89000001")))
                .isEqualTo(new PadMessage.Status(PadState.TAMPERED, new DeviceInformation("PP-1", "2.0", "89000001")));
        assertThat(PadMessage.decode("70.00A1" + FS + "04")).isEqualTo(new PadMessage.Typed(0xA1, 4));
        assertThat(PadMessage.decode("71.00A1" + FS + "T"))
                .isEqualTo(new PadMessage.Ended(0xA1, PadMessage.End.TIMED_OUT));
        assertThat(PadMessage.decode(String.join(FS, "73.00A1", "3", "89000000000000E00001", "1B9C1845EB993A7A")))
                .isEqualTo(new PadMessage.Block(
                        0xA1, new PinBlock(Format.ISO_3, "1B9C1845EB993A7A", "89000000000000E00001")));
    }

    @Test
    void framesARequestAsTheProfileSays() {
        // 02, "11.", 03, sum: 31 ^ 31 ^ 2E ^ 03 = 2D
        assertThat(PadFrame.of(PadRequest.STATUS)).containsExactly(0x02, 0x31, 0x31, 0x2E, 0x03, 0x2D);
        PinRequest request = new PinRequest(Prompt.ENTER_PIN, 4, 6, Optional.of("8901000000000000001"));
        assertThat(PadRequest.capture(0xA1, request, Duration.ofSeconds(45), Format.ISO_3))
                .isEqualTo(String.join(FS, "Z60.00A1", "1", "04", "06", "045", "3", "8901000000000000001"));
        PinRequest free = new PinRequest(Prompt.REPEAT_NEW_PIN, 6, 6, Optional.empty());
        assertThat(PadRequest.capture(0xFFFF, free, Duration.ofMillis(200), Format.ISO_3))
                .isEqualTo(String.join(FS, "Z60.FFFF", "3", "06", "06", "001", "1", ""));
        assertThat(PadRequest.cancel(7)).isEqualTo("72.0007");
        assertThat(PadFrame.of(PadRequest.cancel(7)))
                .startsWith(0x02)
                .contains(PadFrame.ETX)
                .containsSequence("72.0007".getBytes(StandardCharsets.US_ASCII));
    }
}
