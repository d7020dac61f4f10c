package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.emulators.QrScannerEmulator.Make;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each make of emulated scanner puts on the wire, byte by byte. */
class QrScannerMakesTest {
    private static final String SSI_ACK = "04 D0 04 00 FF 28"; // length, ACK, host, status, check

    private QrScannerEmulator scanner;
    private Host host;

    private Host connect(Make make) throws IOException {
        scanner = new QrScannerEmulator(0, make).start();
        host = new Host(scanner.port());
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!scanner.hasHost() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return host;
    }

    @AfterEach
    void hangUp() throws IOException {
        host.close();
        scanner.close();
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }

    @Test
    void newlandEchoesEachCommandWithItsVerdict() throws IOException {
        connect(Make.NEWLAND);
        host.send(latin("noise~\u00010000@SCNMOD0;NOSUCH1;SCNMOD9;\u0003"));
        String reply = "\u0002\u00010000@SCNMOD0\u0006;NOSUCH1\u0015;SCNMOD9\u0005;\u0003";
        assertThat(host.receive(reply.length())).isEqualTo(latin(reply));
    }

    @Test
    void newlandReadsWhenItIsTriggeredAndStopsWhenItIsTold() throws IOException {
        connect(Make.NEWLAND).send(latin("~\u00010000#SCNTRG1;\u0003"));
        assertThat(host.receive(17)).isEqualTo(latin("\u0002\u00010000#SCNTRG1\u0006;\u0003"));
        assertThat(scanner.isArmed()).isTrue();
        scanner.hold("code");
        assertThat(host.receive(5)).isEqualTo(latin("code\r"));
        host.send(latin("~\u00010000#SCNTRG1;\u0003~\u00010000#SCNTRG0;\u0003")).receive(34);
        assertThat(scanner.isArmed()).isFalse();
    }

    @Test
    void gm65AnswersWritesReadsAndWrongChecks() throws IOException {
        connect(Make.GM65).send("7E 00 08 01 00 02 01 AB CD"); // trigger, no check wanted
        assertThat(host.receiveHex(7)).isEqualTo("02 00 00 01 00 33 31");
        assertThat(scanner.isArmed()).isTrue();
        host.send("7E 00 07 01 00 E2 01 AB CD"); // read the version
        assertThat(host.receiveHex(5)).isEqualTo("02 00 00 01 6F");
        host.receive(2);
        host.send("7E 00 08 01 00 02 01 00 00"); // wrong check
        assertThat(host.receiveHex(7)).isEqualTo("02 00 01 01 00 04 01");
        host.send("7E 00 09 01 00 02 01 AB CD"); // no such type
        assertThat(host.receiveHex(7)).isEqualTo("02 00 03 01 00 6A 61");
    }

    @Test
    void ssiRepeatsWithItsRetransmissionBitUntilItHearsAck() throws IOException {
        connect(Make.SSI).send("04 E4 04 00 FF 14"); // start session
        assertThat(host.receiveHex(6)).isEqualTo("04 D0 00 00 FF 2C");
        scanner.hold("abc");
        assertThat(host.receiveHex(10)).isEqualTo("08 F3 00 00 F1 61 62 63 FC EE");
        assertThat(host.receiveHex(10)).isEqualTo("08 F3 00 01 F1 61 62 63 FC ED");
        host.send(SSI_ACK);
        assertThat(host.receiveUntilQuiet(600)).isEmpty();
    }

    @Test
    void ssiGivesUpAfterThreeTimesAndSendsTheNextCode() throws IOException {
        connect(Make.SSI);
        scanner.blurt("abc");
        assertThat(host.receiveUntilQuiet(700)).hasSize(30);
        scanner.blurt("d");
        assertThat(host.receiveHex(8)).startsWith("06 F3 00 00 F1 64");
    }

    @Test
    void ssiSendsALongCodeInPacketsEachAcknowledged() throws IOException {
        connect(Make.SSI);
        scanner.blurt("x".repeat(300));
        assertThat(Arrays.copyOf(host.receive(257), 5)).isEqualTo(Host.bytes("FF F3 00 02 F1")); // more follows
        host.send(SSI_ACK);
        assertThat(Arrays.copyOf(host.receive(57), 5)).isEqualTo(Host.bytes("37 F3 00 00 F1"));
        host.send(SSI_ACK);
    }

    @Test
    void ssiRefusesDamagedPacketsAndSleepsThroughNoise() throws IOException {
        connect(Make.SSI).send("00 00 04 E4 04 00 FF 15"); // wake-up bytes, wrong check
        assertThat(host.receiveHex(7)).isEqualTo("05 D1 00 00 01 FF 29");
        assertThat(scanner.isArmed()).isFalse();
    }

    @Test
    void aFreeRunningModuleReadsOnAndOnUntilTheCodeIsTakenAway() throws IOException {
        connect(Make.PLAIN).send("16 55 0D"); // told to stop: it does not hear
        scanner.hold("code");
        assertThat(host.receive(10)).isEqualTo(latin("code\rcode\r"));
        assertThat(scanner.isArmed()).isTrue();
        scanner.takeAway();
        host.receiveUntilQuiet(400);
        assertThat(host.receiveUntilQuiet(400)).isEmpty();
    }

    @Test
    void hidReportsHaveSixtyFourBytesAndSayWhenTheyGoOn() throws IOException {
        connect(Make.HID_ACCESS_IS);
        scanner.blurt("x".repeat(57));
        byte[] both = host.receive(128);
        assertThat(hex(Arrays.copyOf(both, 6))).isEqualTo("02 38 5D 51 31 78"); // id, 56, ]Q1, x
        assertThat(both[63]).isEqualTo((byte) 1);
        assertThat(hex(Arrays.copyOfRange(both, 64, 70))).isEqualTo("02 01 5D 51 31 78");
        assertThat(both[127]).isZero();
    }

    @Test
    void anotherModuleCanBePutIn() throws IOException {
        connect(Make.HONEYWELL);
        scanner.replaceBy(Make.NEWLAND);
        assertThat(host.hungUp()).isTrue();
        try (Host again = new Host(scanner.port())) {
            again.send(latin("~\u00010000#SCNTRG1;\u0003"));
            assertThat(again.receive(17)).startsWith("\u0002\u0001".getBytes(US_ASCII));
        }
    }

    @Test
    void refusesOrSaysNothingWhenAsked() throws IOException {
        connect(Make.HONEYWELL);
        scanner.faults().refuse(true);
        host.send("16 4D 0D").send(latin("TRGMOD0."));
        assertThat(host.receive(9)).isEqualTo(latin("TRGMOD0\u0015."));
        scanner.faults().clear();
        scanner.faults().noReplies(true);
        host.send("16 4D 0D").send(latin("TRGMOD0.\u0016T\r"));
        scanner.hold("code");
        assertThat(host.receive(5)).isEqualTo(latin("code\r"));
    }
}
