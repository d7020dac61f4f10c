package io.changbai.device.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.emulators.SocialCardEmulator.Status;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server socket stands for vpcd here: two bytes of length, then the payload. */
class SocialCardEmulatorTest {
    private static final int PATIENCE = 5_000;
    private static final byte[] POWER_ON = {0x00, 0x01, 0x01};
    private static final byte[] GET_ATR = {0x00, 0x01, 0x04};
    /** SELECT EF05 before the application: the chip says 6A82. */
    private static final byte[] COMMAND = {0x00, 0x07, 0x00, (byte) 0xA4, 0x02, 0x00, 0x02, (byte) 0xEF, 0x05};

    private ServerSocket vpcd;
    private SocialCardEmulator emulator;

    @BeforeEach
    void open() throws IOException {
        vpcd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        vpcd.setSoTimeout(PATIENCE);
        emulator = new SocialCardEmulator(vpcd.getLocalPort()).start();
    }

    @AfterEach
    void close() throws IOException {
        emulator.close();
        vpcd.close();
    }

    @Test
    void isNotInTheReaderWithoutACard() {
        assertThat(emulator.status()).isEqualTo(Status.NO_CARD);
        assertThat(emulator.readerIsThere()).isTrue();
    }

    @Test
    void answersResetAndCommandsThroughTheReader() throws IOException {
        emulator.insert(Cards.social(Generation.V1_00));
        try (Socket card = accept()) {
            assertThat(ask(card, POWER_ON, GET_ATR)).hasSize(17).startsWith(0x3B, 0x6D);
            assertThat(ask(card, COMMAND)).containsExactly(0x6A, 0x82);
            assertThat(emulator.status()).isEqualTo(Status.IN_READER);
        }
    }

    @Test
    void hangsUpWhenTheCardIsRemovedAndConnectsForTheNext() throws IOException {
        emulator.insert(Cards.social(Generation.V1_00));
        try (Socket card = accept()) {
            ask(card, GET_ATR);
            emulator.remove();
            assertThat(card.getInputStream().read()).isNegative();
        }
        emulator.insert(new BankCardChip());
        try (Socket card = accept()) {
            assertThat(ask(card, GET_ATR)).startsWith(0x3B);
        }
    }

    @Test
    void isPulledInTheMiddleOfReading() throws Exception {
        emulator.insertAndPullAfter(Cards.social(Generation.V1_00), 1);
        try (Socket card = accept()) {
            assertThat(ask(card, COMMAND)).hasSize(2);
            card.getOutputStream().write(COMMAND);
            assertThat(card.getInputStream().read()).isNegative();
        }
        assertThat(emulator.awaitStatus(Status.NO_CARD, Duration.ofMillis(PATIENCE)))
                .isTrue();
    }

    @Test
    void waitsForAReaderThatIsNotThereYet() throws Exception {
        int port = vpcd.getLocalPort();
        vpcd.close();
        emulator.insert(Cards.social(Generation.V1_00));
        assertThat(emulator.status()).isEqualTo(Status.NO_READER);
        assertThat(emulator.readerIsThere()).isFalse();
        vpcd = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        vpcd.setSoTimeout(PATIENCE);
        try (Socket card = accept()) {
            assertThat(ask(card, GET_ATR)).startsWith(0x3B);
        }
    }

    @Test
    void comesBackWhenTheReaderRestarts() throws IOException {
        emulator.insert(Cards.social(Generation.V1_00));
        accept().close();
        try (Socket card = accept()) {
            assertThat(ask(card, GET_ATR)).startsWith(0x3B);
        }
    }

    @Test
    void takesACommandAndAnswersNothingWhileItIsStalled() throws Exception {
        emulator.insert(Cards.social(Generation.V1_00));
        emulator.stall(true);
        try (Socket card = accept()) {
            card.setSoTimeout(200);
            card.getOutputStream().write(COMMAND);
            assertThatThrownBy(() -> card.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            card.setSoTimeout(PATIENCE);
            emulator.stall(false);
            assertThat(card.getInputStream().readNBytes(4)).containsExactly(0x00, 0x02, 0x6A, 0x82);
        }
    }

    @Test
    void aStalledCardCanBePulled() throws Exception {
        emulator.insert(Cards.social(Generation.V1_00));
        emulator.stall(true);
        try (Socket card = accept()) {
            card.getOutputStream().write(COMMAND);
            emulator.remove();
            assertThat(card.getInputStream().read()).isNegative();
        }
    }

    private Socket accept() throws IOException {
        Socket card = vpcd.accept();
        card.setSoTimeout(PATIENCE);
        return card;
    }

    private static byte[] ask(Socket card, byte[]... frames) throws IOException {
        for (byte[] frame : frames) {
            card.getOutputStream().write(frame);
        }
        DataInputStream in = new DataInputStream(card.getInputStream());
        return in.readNBytes(in.readUnsignedShort());
    }
}
