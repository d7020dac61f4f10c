package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.emulators.QrScannerFaults.Suffix;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QrScannerEmulatorTest {
    private static final String ARM = "16 54 0D"; // SYN T CR
    private static final String DISARM = "16 55 0D"; // SYN U CR
    private static final int QUIET = 150;

    private final QrScannerEmulator scanner = new QrScannerEmulator(0).start();
    private Host host;

    @BeforeEach
    void connect() throws IOException {
        host = new Host(scanner.port());
    }

    @AfterEach
    void hangUp() throws IOException {
        host.close();
        scanner.close();
    }

    @Test
    void ignoresNoise() throws IOException {
        host.send("00 54 0D 16 54 20 16 99 0D");
        scanner.hold("code");
        assertThat(host.receiveUntilQuiet(QUIET)).isEmpty();
    }

    @Test
    void readsNothingUntilItIsArmed() throws IOException {
        scanner.hold("code");
        assertThat(host.receiveUntilQuiet(QUIET)).isEmpty();
        host.send(ARM);
        assertThat(host.receive(5)).isEqualTo("code\r".getBytes(UTF_8));
        assertThat(scanner.isHolding()).isFalse();
    }

    @Test
    void readsNothingAfterItsLightWentOut() throws IOException {
        host.send(ARM + DISARM);
        settle();
        scanner.hold("code");
        assertThat(host.receiveUntilQuiet(QUIET)).isEmpty();
    }

    @Test
    void readsOneCodePerTrigger() throws IOException {
        host.send(ARM);
        settle();
        scanner.hold("first");
        scanner.hold("second");
        assertThat(host.receiveUntilQuiet(QUIET)).isEqualTo("first\r".getBytes(UTF_8));
    }

    @Test
    void echoesMenuCommandsWithAckOrEnq() throws IOException {
        host.send("16 4D 0D").send("TRGMOD0.".getBytes(UTF_8));
        assertThat(host.receive(9)).isEqualTo("TRGMOD0\u0006.".getBytes(UTF_8));
        host.send("16 4D 0D").send("NOSUCH1!".getBytes(UTF_8));
        assertThat(host.receive(9)).isEqualTo("NOSUCH1\u0005!".getBytes(UTF_8));
    }

    @Test
    void endsCodesAsItIsSetUp() throws IOException {
        for (Suffix suffix : Suffix.values()) {
            scanner.faults().suffix(suffix);
            host.send(ARM);
            scanner.hold("code");
            String expected = "code" + suffix.bytes();
            assertThat(host.receive(expected.length())).isEqualTo(expected.getBytes(UTF_8));
        }
    }

    @Test
    void splitsRepeatsAndBlurtsWhenAsked() throws IOException {
        scanner.faults().splitEvery(1);
        scanner.faults().repeat(2);
        settle();
        scanner.blurt("abc");
        assertThat(host.receive(8)).isEqualTo("abc\rabc\r".getBytes(UTF_8));
    }

    @Test
    void sendsTenKilobytesWhole() throws IOException {
        host.send(ARM);
        settle();
        scanner.hold("x".repeat(10_240));
        assertThat(host.receive(10_241)).hasSize(10_241).endsWith('\r');
    }

    @Test
    void hangsUpWhenUnplugged() throws IOException {
        scanner.unplug();
        assertThat(host.hungUp()).isTrue();
        scanner.plug();
        try (Host again = new Host(scanner.port())) {
            again.send(ARM);
            scanner.hold("code");
            assertThat(again.receive(5)).isEqualTo("code\r".getBytes(UTF_8));
        }
    }

    /** A menu command is answered in order, so its answer proves that everything before it was obeyed. */
    private void settle() throws IOException {
        host.send("16 4D 0D").send("TRGMOD0.".getBytes(UTF_8)).receive(9);
    }
}
