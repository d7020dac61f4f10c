package io.changbai.pin.pad.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.pin.PinBlock.Format;
import io.changbai.device.api.pin.PinRequest;
import io.changbai.device.api.pin.PinRequest.Prompt;
import io.changbai.device.api.pin.PinResult;
import io.changbai.device.contract.Await;
import io.changbai.device.link.internal.UriChannels;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The PIN is typed in another process; everything that lives in this one is searched for it. */
@Timeout(120)
class PinInMemoryTest {

    @Test
    void noDigitOfThePinIsInTheMemoryOfTheDriversProcess(@TempDir Path folder) throws Exception {
        Process elsewhere = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PadElsewhere.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path dump = folder.resolve("heap.hprof");
        String pin;
        try (BufferedReader said = elsewhere.inputReader()) {
            capture("tcp://127.0.0.1:" + said.readLine());
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), false);
            elsewhere.getOutputStream().close();
            pin = said.readLine();
        } finally {
            elsewhere.destroyForcibly();
        }
        assertThat(pin).hasSize(12);
        assertFoundNowhere(dump, pin);
    }

    private static void capture(String channel) {
        SerialPinPad pad =
                new SerialPinPad(new UriChannels(), channel, Format.ISO_3, Duration.ofMillis(200), new SteadyClock());
        try {
            Await.ready(pad);
            PinRequest request = new PinRequest(Prompt.ENTER_PIN, 4, 12, Optional.of("8901000000000000001"));
            PinResult result = Await.end(pad.capture(request, Duration.ofSeconds(20), count -> {}));
            assertThat(result).isInstanceOf(PinResult.Captured.class);
        } finally {
            pad.close();
        }
    }

    private static void assertFoundNowhere(Path dump, String pin) throws IOException {
        String heap = Files.readString(dump, StandardCharsets.ISO_8859_1);
        assertThat(heap.contains("8901000000000000001"))
                .as("the search finds what is there")
                .isTrue();
        List<String> forms = List.of(
                pin,
                new String(pin.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
                new String(pin.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1),
                packed(pin));
        for (String form : forms) {
            assertThat(heap.contains(form)).as("the PIN, in one of its forms").isFalse();
        }
    }

    private static String packed(String digits) {
        return new String(
                HexFormat.of().parseHex(digits.substring(0, digits.length() / 2 * 2)), StandardCharsets.ISO_8859_1);
    }
}
