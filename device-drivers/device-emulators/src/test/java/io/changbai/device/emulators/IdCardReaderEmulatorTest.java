package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdCardReaderEmulatorTest {
    // preamble, length 0003, command, parameter, XOR
    private static final String RESET = "AA AA AA 96 69 00 03 10 FF EC";
    private static final String STATUS = "AA AA AA 96 69 00 03 11 FF ED";
    private static final String NUMBER = "AA AA AA 96 69 00 03 12 FF EE";
    private static final String FIND = "AA AA AA 96 69 00 03 20 01 22";
    private static final String SELECT = "AA AA AA 96 69 00 03 20 02 21";
    private static final String READ = "AA AA AA 96 69 00 03 30 01 32";
    private static final String READ_ADDRESS = "AA AA AA 96 69 00 03 30 03 30";

    // preamble, length, 00 00, status, data, XOR
    private static final String OK = "AA AA AA 96 69 00 04 00 00 90 94";
    private static final String FOUND = "AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97";
    private static final String NONE = "AA AA AA 96 69 00 04 00 00 80 84";
    private static final String SELECTED = "AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C";
    private static final String NOT_SELECTED = "AA AA AA 96 69 00 04 00 00 81 85";
    private static final String NOT_READ = "AA AA AA 96 69 00 04 00 00 41 45";
    private static final String NO_ADDRESS = "AA AA AA 96 69 00 04 00 00 91 95";

    private final IdCardReaderEmulator reader = new IdCardReaderEmulator(0).start();
    private Host host;

    @BeforeEach
    void connect() throws IOException {
        host = new Host(reader.port());
    }

    @AfterEach
    void hangUp() throws IOException {
        host.close();
        reader.close();
    }

    @Test
    void ignoresNoiseBeforeACommand() throws IOException {
        host.send("00 FF AA 96 69 13").send(STATUS);
        assertThat(host.receiveHex(11)).isEqualTo(OK);
    }

    @Test
    void refusesAWrongChecksumWith10() throws IOException {
        host.send("AA AA AA 96 69 00 03 20 01 23");
        assertThat(host.receiveHex(11)).isEqualTo("AA AA AA 96 69 00 04 00 00 10 14");
    }

    @Test
    void refusesAWrongLengthWith11AndGoesOn() throws IOException {
        host.send("AA AA AA 96 69 FF FF").send(STATUS);
        assertThat(host.receiveHex(11)).isEqualTo("AA AA AA 96 69 00 04 00 00 11 15");
        assertThat(host.receiveHex(11)).isEqualTo(OK);
    }

    @Test
    void refusesAnUnknownCommandWith21() throws IOException {
        host.send("AA AA AA 96 69 00 03 77 01 75");
        assertThat(host.receiveHex(11)).isEqualTo("AA AA AA 96 69 00 04 00 00 21 25");
    }

    @Test
    void answersStatusResetAndNumber() throws IOException {
        host.send(STATUS).send(RESET).send(NUMBER);
        assertThat(host.receiveHex(22)).isEqualTo(OK + " " + OK);
        assertThat(host.receiveHex(27))
                .isEqualTo("AA AA AA 96 69 00 14 00 00 90 05 00 03 00 9C C8 33 01 40 E2 01 00 15 CD 5B 07 C3");
    }

    @Test
    void findsNothingOnAnEmptyAntenna() throws IOException {
        assertThat(ask(FIND, 11)).isEqualTo(NONE);
        assertThat(ask(SELECT, 11)).isEqualTo(NOT_SELECTED);
        assertThat(ask(READ, 11)).isEqualTo(NOT_READ);
    }

    @Test
    void readsACardThatWasFoundAndSelected() throws IOException {
        reader.present(card());
        assertThat(ask(FIND, 15)).isEqualTo(FOUND);
        assertThat(ask(SELECT, 19)).isEqualTo(SELECTED);
        byte[] answer = host.send(READ).receive(1295);
        assertThat(field(answer, 0, 30)).isEqualTo("王小民");
        assertThat(field(answer, 122, 36)).isEqualTo("89010119580312101X");
        assertThat(field(answer, 204, 16)).isEqualTo("长期");
        assertThat(xorAfterPreamble(answer)).isZero();
        assertThat(ask(READ_ADDRESS, 11)).isEqualTo(NO_ADDRESS);
    }

    @Test
    void readsOnlyAfterSelecting() throws IOException {
        reader.present(card());
        assertThat(ask(READ, 11)).isEqualTo(NOT_READ);
        assertThat(ask(SELECT, 11)).isEqualTo(NOT_SELECTED);
    }

    @Test
    void findsAReadCardAgainOnlyAfterItWasLifted() throws IOException {
        reader.present(card());
        readOnce();
        assertThat(ask(FIND, 11)).isEqualTo(NONE);
        reader.lift();
        reader.present(card());
        assertThat(ask(FIND, 15)).isEqualTo(FOUND);
    }

    @Test
    void findsAReadCardAgainWhenItRereads() throws IOException {
        reader.rereads(true);
        reader.present(card());
        readOnce();
        assertThat(ask(FIND, 15)).isEqualTo(FOUND);
    }

    @Test
    void handsOutAnAppendedAddressOf70Bytes() throws IOException {
        reader.present(card().withAppendedAddress("八九省一〇二县白桦街2号"));
        ask(FIND, 15);
        ask(SELECT, 19);
        byte[] answer = host.send(READ_ADDRESS).receive(5 + 2 + 3 + 70 + 1);
        assertThat(answer[6]).isEqualTo((byte) 0x4A);
        assertThat(new String(answer, 10, 70, UTF_16LE).strip()).isEqualTo("八九省一〇二县白桦街2号");
    }

    @Test
    void damagesAsManyAnswersAsAskedFor() throws IOException {
        reader.faults().wrongChecksum(1);
        assertThat(host.send(STATUS).receive(11)[10]).isNotEqualTo((byte) 0x94);
        reader.faults().truncate(1);
        assertThat(host.send(STATUS).receiveUntilQuiet(200)).hasSize(5);
        reader.faults().garbageBefore(1);
        assertThat(ask(STATUS, 16)).isEqualTo("5A FF 00 AA 13 " + OK);
        reader.faults().byteByByte(true);
        assertThat(ask(STATUS, 11)).isEqualTo(OK);
    }

    @Test
    void answersLateButAnswers() throws IOException {
        reader.faults().late(Duration.ofMillis(300), 1);
        assertThat(host.send(STATUS).receiveUntilQuiet(50)).isEmpty();
        assertThat(host.receiveHex(11)).isEqualTo(OK);
    }

    @Test
    void saysNothingWhenMute() throws IOException {
        reader.faults().mute(true);
        assertThat(host.send(STATUS).receiveUntilQuiet(150)).isEmpty();
        reader.faults().clear();
        assertThat(ask(STATUS, 11)).isEqualTo(OK);
    }

    @Test
    void startsAgainFromFindAfterARefusal() throws IOException {
        reader.present(card());
        reader.faults().statusTo(0x3001, 0x41, 1);
        ask(FIND, 15);
        ask(SELECT, 19);
        assertThat(ask(READ, 11)).isEqualTo(NOT_READ);
        assertThat(ask(SELECT, 11)).isEqualTo(NOT_SELECTED);
        assertThat(ask(FIND, 15)).isEqualTo(FOUND);
    }

    @Test
    void hangsUpAndRefusesWhenUnpluggedAndAnswersAgainOnTheSamePort() throws IOException {
        reader.unplug();
        assertThat(host.hungUp()).isTrue();
        assertThatThrownBy(() -> new Host(reader.port())).isInstanceOf(ConnectException.class);
        reader.plug();
        try (Host again = new Host(reader.port())) {
            assertThat(again.send(STATUS).receiveHex(11)).isEqualTo(OK);
        }
    }

    @Test
    void hearsAndSaysOnlyNoiseAtAWrongSpeed() throws IOException {
        reader.faults().wrongBaud(true);
        assertThat(host.send(STATUS).receiveUntilQuiet(100)).isNotEmpty().containsOnly(0xF8);
        reader.faults().clear();
        assertThat(ask(STATUS, 11)).isEqualTo(OK);
        reader.hostSpeed(() -> 115_200);
        assertThat(ask("AA AA AA 96 69 00 03 60 01 62", 11))
                .as("57600 from now on")
                .isEqualTo(OK);
        assertThat(host.send(STATUS).receiveUntilQuiet(100)).isNotEmpty().containsOnly(0xF8);
        reader.hostSpeed(() -> 57_600);
        assertThat(ask(STATUS, 11)).isEqualTo(OK);
    }

    @Test
    void endsTheStreamInTheMiddleOfAnAnswerAndTakesTheNextConnection() throws IOException {
        reader.faults().cutOff(1);
        assertThat(host.send(STATUS).receive(11)).hasSize(5);
        try (Host again = new Host(reader.port())) {
            assertThat(again.send(STATUS).receiveHex(11)).isEqualTo(OK);
        }
    }

    @Test
    void takesTheTimeOfASerialLineWhenItHasARate() throws IOException {
        reader.bytesPerSecond(1_000);
        long before = System.nanoTime();
        assertThat(ask(STATUS, 11)).isEqualTo(OK);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(10 + 11));
        reader.bytesPerSecond(0);
        assertThat(ask(STATUS, 11)).isEqualTo(OK);
    }

    @Test
    void refusesToSelectWhatIsNoIdCard() throws IOException {
        present("not-an-id-card");
        assertThat(ask(FIND, 15)).isEqualTo(FOUND);
        assertThat(ask(SELECT, 11)).isEqualTo("AA AA AA 96 69 00 04 00 00 40 44");
    }

    @Test
    void writesAPermitAsItsLayoutSays() throws IOException {
        byte[] answer = readSample("permit");
        assertThat(field(answer, 0, 30)).isEqualTo("陈大文");
        assertThat(field(answer, 32, 4)).as("no nation").isEmpty();
        assertThat(field(answer, 122, 36)).isEqualTo("810000199001010019");
        assertThat(field(answer, 220, 18)).isEqualTo("H12345678");
        assertThat(field(answer, 238, 4)).isEqualTo("01");
        assertThat(field(answer, 248, 2)).isEqualTo("J");
    }

    @Test
    void writesAForeignersCardOf2017AsItsLayoutSays() throws IOException {
        byte[] answer = readSample("permanent-resident-2017");
        assertThat(field(answer, 0, 120)).hasSize(60).startsWith("ALEXANDRINA ").endsWith("-HAUGH");
        assertThat(field(answer, 120, 2)).isEqualTo("2");
        assertThat(field(answer, 122, 30)).isEqualTo("ZZZ890185061500");
        assertThat(field(answer, 152, 6)).isEqualTo("ZZZ");
        assertThat(field(answer, 158, 30)).isEqualTo("范安娜");
        assertThat(field(answer, 188, 16)).isEqualTo("20240101");
        assertThat(field(answer, 220, 16)).isEqualTo("19850615");
        assertThat(field(answer, 236, 4)).isEqualTo("01");
        assertThat(field(answer, 240, 8)).isEqualTo("8901");
        assertThat(field(answer, 248, 2)).isEqualTo("I");
    }

    @Test
    void writesAForeignersCardOf2023WithItsNameInTwoPlaces() throws IOException {
        byte[] answer = readSample("permanent-resident-2023");
        assertThat(field(answer, 32, 4)).isEqualTo("02");
        assertThat(field(answer, 52, 70)).isEqualTo("MAXIMILIANA CONSTANTIA VAN DE BERG");
        assertThat(field(answer, 122, 36)).isEqualTo("922840198506150014");
        assertThat(field(answer, 220, 22)).isEqualTo("EXAMPLESON");
        assertThat(field(answer, 242, 6)).isEqualTo("ZZZ");
        assertThat(field(answer, 248, 2)).isEqualTo("Y");
        assertThat(field(answer, 250, 6)).isEqualTo("A01");
    }

    @Test
    void everySampleCanBePutOn() throws IOException {
        assertThat(SampleIdCards.names()).contains("moved", "unknown-kind", "wrong-check-digit");
        for (String name : SampleIdCards.names()) {
            present(name);
            assertThat(ask(FIND, 15)).isEqualTo(FOUND);
        }
        assertThat(SampleIdCards.named("nobody")).isEmpty();
    }

    private void present(String sample) {
        reader.present(SampleIdCards.named(sample).orElseThrow());
    }

    private byte[] readSample(String sample) throws IOException {
        present(sample);
        ask(FIND, 15);
        ask(SELECT, 19);
        return host.send(READ).receive(1295);
    }

    private void readOnce() throws IOException {
        ask(FIND, 15);
        ask(SELECT, 19);
        host.send(READ).receive(1295);
    }

    private String ask(String command, int answerBytes) throws IOException {
        return host.send(command).receiveHex(answerBytes);
    }

    private static String field(byte[] answer, int offset, int length) {
        return new String(answer, 14 + offset, length, UTF_16LE).strip();
    }

    private static int xorAfterPreamble(byte[] frame) {
        int xor = 0;
        for (int i = 5; i < frame.length; i++) {
            xor ^= frame[i];
        }
        return xor;
    }

    private static SyntheticIdCard card() {
        return SyntheticIdCard.resident(new SyntheticIdCard.Print(
                "王小民",
                "1",
                "01",
                LocalDate.of(1958, 3, 12),
                "八九省一〇一县银杏路1号",
                "89010119580312101X",
                "八九省一〇一县公安局",
                LocalDate.of(2015, 1, 1),
                null));
    }
}
