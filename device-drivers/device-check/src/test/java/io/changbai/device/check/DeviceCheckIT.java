package io.changbai.device.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The command as it is typed. Runs where the process has a /run/pcscd of its own. */
@Timeout(300)
class DeviceCheckIT {

    static final Iterable<String> DEVICES =
            CheckedDevice.ALL.stream().map(CheckedDevice::id).toList();

    private int status;

    @ParameterizedTest
    @FieldSource("DEVICES")
    void everyDeviceKeepsItsContractOverItsEmulator(String device) {
        System.setProperty("changbai.storm", "10");
        String said = run(device, "--channel", "emulator");
        assertThat(said).contains("DEVICE-CHECK " + device + " rules=").contains(" failed=0 not_exercised=0");
        assertThat(status).isZero();
    }

    @Test
    void saysWhatDevicesThereAreWhenOneIsUnknown() {
        assertThat(run("abacus")).contains("'abacus'", "qr-scanner", "all", "--channel");
        assertThat(status).isEqualTo(2);
        assertThat(run()).contains("which device?");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void saysWhatOptionsThereAreWhenOneIsUnknownOrWithoutItsValue() {
        assertThat(run("qr-scanner", "--speed", "fast")).contains("--speed", "--channel");
        assertThat(status).isEqualTo(2);
        assertThat(run("qr-scanner", "--channel")).contains("needs a value");
        assertThat(status).isEqualTo(2);
        assertThat(run("qr-scanner", "--set", "profile")).contains("key=value");
        assertThat(run("qr-scanner", "--bundle", "/nowhere/driver.jar")).contains("/nowhere/driver.jar");
        assertThat(run("all", "--channel", "tcp://127.0.0.1:1")).contains("emulator");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void saysThatNothingAnswersOnAChannelThatLeadsNowhere() {
        String said = run("qr-scanner", "--channel", "tcp://127.0.0.1:1", "--hands", "none");
        assertThat(said)
                .contains("no qr-scanner is ready on tcp://127.0.0.1:1", "QRS-NO-DEVICE")
                .contains("passed=0 failed=1");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithAConfiguration() {
        assertThat(run("qr-scanner", "--set", "profile=abacus")).contains("'abacus'");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void countsWhatNobodyCanDoAsNotExercised() {
        try (var emulator = new io.changbai.device.contract.emulated.EmulatedQrScanner()) {
            String said = run("qr-scanner", "--channel", emulator.channel(), "--hands", "none");
            assertThat(said)
                    .contains("not exercised  reads chinese text (nobody here can hold the scanner before this code)")
                    .contains("passed         ends a command that is cancelled while it waits")
                    .doesNotContain("not_exercised=0")
                    .contains("failed=0");
            assertThat(status).isZero();
        }
    }

    @Test
    void asksThePersonAtTheDeviceAndTakesNoForAnAnswer() {
        AskingHands hands = AskingHands.of(true, typed("\nn\n"), new PrintStream(new ByteArrayOutputStream()));
        hands.openCover();
        org.assertj.core.api.Assertions.assertThatThrownBy(hands::closeCover)
                .isInstanceOf(org.opentest4j.TestAbortedException.class)
                .hasMessageContaining("close the cover");
    }

    private static InputStream typed(String keys) {
        return new ByteArrayInputStream(keys.getBytes(StandardCharsets.US_ASCII));
    }

    private String run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            status = DeviceCheck.run(args);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
