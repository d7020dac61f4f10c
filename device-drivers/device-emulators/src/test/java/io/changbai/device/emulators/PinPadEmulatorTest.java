package io.changbai.device.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinPadEmulatorTest {

    private static final String FS = "\u001C";
    private static final String ACK = "06";

    private final PinPadEmulator pad = new PinPadEmulator(0).start();
    private Host host;

    @BeforeEach
    void connect() throws IOException {
        host = new Host(pad.port());
    }

    @AfterEach
    void hangUp() throws IOException {
        host.close();
        pad.close();
    }

    private static byte[] frame(String body) {
        byte[] frame = ("\u0002" + body + "\u0003\u0000").getBytes(StandardCharsets.US_ASCII);
        for (int i = 1; i < frame.length - 1; i++) {
            frame[frame.length - 1] ^= frame[i];
        }
        return frame;
    }

    /** Sends a request and takes its acknowledgement. */
    private void ask(String body) throws IOException {
        host.send(frame(body));
        assertThat(host.receiveHex(1)).isEqualTo(ACK);
    }

    /** The next frame of the pad, acknowledged. */
    private String hear(int bodyLength) throws IOException {
        byte[] frame = host.receive(bodyLength + 3);
        String body = new String(frame, 1, bodyLength, StandardCharsets.US_ASCII);
        assertThat(frame).isEqualTo(frame(body));
        host.send(ACK);
        return body;
    }

    private static String request(String reference, String min, String format, String pan) {
        return String.join(FS, "Z60." + reference, "1", min, "06", "030", format, pan);
    }

    @Test
    void asksAgainForADamagedFrameWith15() throws IOException {
        byte[] wrong = frame("11.");
        wrong[wrong.length - 1] ^= 1;
        host.send(wrong);
        assertThat(host.receiveHex(1)).isEqualTo("15");
        ask("11.");
    }

    @Test
    void refusesRequestsItCannotServe() throws IOException {
        ask(request("0001", "03", "3", "8901000000000000001"));
        assertThat(hear(9)).isEqualTo("71.0001" + FS + "E");
    }

    @Test
    void sendsAFrameAgainWhenItIsRefused() throws IOException {
        ask("11.");
        byte[] first = host.receive(32);
        host.send("15");
        assertThat(host.receive(32)).isEqualTo(first);
    }

    @Test
    void saysHowManyDigitsAndThenTheBlock() throws IOException {
        ask(request("00A1", "04", "3", "8901000000000000001"));
        pad.press("7319");
        for (int i = 1; i <= 4; i++) {
            assertThat(hear(10)).isEqualTo("70.00A1" + FS + "0" + i);
        }
        pad.enter();
        String[] fields = hear(3 + 4 + 1 + 1 + 1 + 20 + 1 + 16).split(FS);
        assertThat(fields[0]).isEqualTo("73.00A1");
        assertThat(pad.open(3, fields[3], fields[2], "8901000000000000001")).isEqualTo("7319");
        assertThat(pad.isCapturing()).isFalse();
    }

    @Test
    void endsTheOldTypingWhenANewOneIsAskedFor() throws IOException {
        ask(request("0001", "04", "1", ""));
        ask(request("0002", "04", "1", ""));
        assertThat(hear(9)).isEqualTo("71.0001" + FS + "C");
        ask("72.0002");
        assertThat(hear(9)).isEqualTo("71.0002" + FS + "C");
    }

    @Test
    void wipesItselfWhenItIsOpened() throws IOException {
        ask(request("0001", "04", "1", ""));
        pad.tamper(true);
        assertThat(hear(9)).isEqualTo("71.0001" + FS + "X");
        ask("11.");
        assertThat(hear(29)).startsWith("11.1" + FS);
    }
}
