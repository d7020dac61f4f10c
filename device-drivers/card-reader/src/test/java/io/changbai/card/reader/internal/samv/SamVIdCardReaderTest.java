package io.changbai.card.reader.internal.samv;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.IdCard;
import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.card.IdCardReaderContract;
import io.changbai.device.api.card.IdCardResult;
import io.changbai.device.api.card.PermanentResidentCard2017;
import io.changbai.device.api.card.PermanentResidentCard2023;
import io.changbai.device.api.card.ResidencePermit;
import io.changbai.device.api.card.ResidentCard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.emulators.IdCardReaderEmulator;
import io.changbai.device.emulators.PtyBridge;
import io.changbai.device.emulators.SampleIdCards;
import io.changbai.device.emulators.SyntheticIdCard;
import io.changbai.device.link.internal.UriChannels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver against the emulator at the far end of a TCP connection and of a pseudo terminal. */
@Timeout(60)
class SamVIdCardReaderTest implements IdCardReaderContract {

    private static final String NUMBER = "890101195803121018";

    private IdCardReaderEmulator emulator;
    private SamVIdCardReader reader;

    @BeforeEach
    void start() {
        emulator = new IdCardReaderEmulator(0).start();
        reader = driver("tcp://127.0.0.1:" + emulator.port());
    }

    private static SamVIdCardReader driver(String channel) {
        return driver(channel, false);
    }

    private static SamVIdCardReader driver(String channel, boolean appendedAddress) {
        return new SamVIdCardReader(
                new UriChannels(),
                new Speeds(channel, 115_200, 57_600, 9_600),
                new ReadingRules(Duration.ofMillis(50), appendedAddress),
                Duration.ofMillis(200),
                new SteadyClock());
    }

    @AfterEach
    void stop() {
        reader.close();
        emulator.close();
    }

    @Override
    public IdCardReader device() {
        return reader;
    }

    @Override
    public void unplug() {
        emulator.unplug();
    }

    @Override
    public void plug() {
        emulator.plug();
    }

    @Override
    public String presentCard() {
        emulator.present(card("王小民", NUMBER));
        return NUMBER;
    }

    @Override
    public void presentOtherCard() {
        emulator.present(SyntheticIdCard.notAnIdCard());
    }

    private static SyntheticIdCard card(String name, String number) {
        return SyntheticIdCard.resident(new SyntheticIdCard.Print(
                name,
                "1",
                "01",
                LocalDate.of(1958, 3, 12),
                "八九省一〇一县银杏路1号",
                number,
                "八九省一〇一县公安局",
                LocalDate.of(2015, 1, 1),
                null));
    }

    private IdCardResult readPresented() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        presentCard();
        return DeviceContract.end(reader.read(Duration.ofSeconds(15)));
    }

    @Test
    void touchesNoCardThatNobodyAskedFor() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        presentCard();
        awaitCommands(3);
        assertThat(emulator.state()).isEqualTo(IdCardReaderEmulator.State.ON_ANTENNA);
    }

    /** Waits until the reader was asked {@code more} times again. */
    private void awaitCommands(int more) {
        int before = emulator.commandsSeen();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (emulator.commandsSeen() < before + more && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(emulator.commandsSeen()).as("it is looked after").isGreaterThanOrEqualTo(before + more);
    }

    @Test
    void readsThroughGarbage() throws Exception {
        emulator.faults().garbageBefore(50);
        assertThat(readPresented()).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    void readsByteByByte() throws Exception {
        emulator.faults().byteByByte(true);
        assertThat(readPresented()).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    void readsAgainAfterABrokenChecksum() throws Exception {
        emulator.rereads(true);
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = reader.read(Duration.ofSeconds(15));
        emulator.faults().wrongChecksum(2);
        presentCard();
        assertThat(DeviceContract.end(command)).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    void readsAgainAfterATruncatedAnswer() throws Exception {
        emulator.rereads(true);
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = reader.read(Duration.ofSeconds(15));
        emulator.faults().truncate(1);
        presentCard();
        assertThat(DeviceContract.end(command)).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    void readsAgainAfterNoise() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = reader.read(Duration.ofSeconds(15));
        emulator.faults().noise(2);
        presentCard();
        assertThat(DeviceContract.end(command)).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    void survivesAnAnswerThatComesTooLate() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = reader.read(Duration.ofSeconds(15));
        emulator.faults().late(Duration.ofMillis(1_500), 1);
        presentCard();
        assertThat(DeviceContract.end(command)).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    void triesAFailedReadAgain() throws Exception {
        emulator.faults().statusTo(0x3001, 0x41, 2);
        assertThat(readPresented()).isInstanceOf(IdCardResult.Read.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x31, 0x41, 0x47})
    void saysUnreadableWhenThreeTriesFailed(int sw3) throws Exception {
        emulator.faults().statusTo(0x3001, sw3, 3);
        assertThat(readPresented()).isInstanceOf(IdCardResult.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x32, 0x33})
    void saysThatACardCannotBeVerified(int sw3) throws Exception {
        emulator.faults().statusTo(0x3001, sw3, 3);
        assertThat(readPresented()).isInstanceOf(IdCardResult.NotVerified.class);
    }

    private IdCardResult readSample(String name) throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        emulator.present(SampleIdCards.named(name).orElseThrow());
        return DeviceContract.end(reader.read(Duration.ofSeconds(15)));
    }

    private <C extends IdCard> C cardOf(Class<C> kind, String sample) throws Exception {
        return kind.cast(((IdCardResult.Read) readSample(sample)).card());
    }

    @Test
    void neverHandsOnACardWhoseNumberIsWrong() throws Exception {
        emulator.rereads(true);
        assertThat(readSample("wrong-check-digit")).isInstanceOf(IdCardResult.NotVerified.class);
        DeviceStatus status = DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        assertThat(status.faults()).as("one such card may be a forgery").isEmpty();
    }

    @Test
    void isSuspectedItselfWhenOneCardAfterTheOtherIsImpossibleUntilOneIsGood() throws Exception {
        emulator.rereads(true);
        readSample("wrong-check-digit");
        readSample("wrong-check-digit");
        DeviceStatus suspected =
                DeviceContract.awaitStatus(reader, status -> status.faults().contains(IdReaderFaults.RECORD));
        assertThat(suspected.canServe()).isTrue();
        assertThat(readSample("middle-dot")).isInstanceOf(IdCardResult.Read.class);
        DeviceContract.awaitStatus(reader, status -> status.faults().isEmpty());
    }

    @Test
    void tellsADocumentItDoesNotKnow() throws Exception {
        assertThat(readSample("unknown-kind")).isInstanceOf(IdCardResult.UnsupportedDocument.class);
    }

    @Test
    void readsTheOtherKindsOfDocuments() throws Exception {
        assertThat(cardOf(ResidencePermit.class, "permit").travelPermitNumber()).isEqualTo("H12345678");
        assertThat(cardOf(PermanentResidentCard2017.class, "permanent-resident-2017")
                        .englishName())
                .hasSize(60);
        assertThat(cardOf(PermanentResidentCard2023.class, "permanent-resident-2023")
                        .name())
                .isEqualTo("MAXIMILIANA CONSTANTIA VAN DE BERG EXAMPLESON");
        assertThat(reader.capabilities()).isEmpty();
    }

    @Test
    void readsNamesAsTheyAreOnTheChip() throws Exception {
        assertThat(cardOf(ResidentCard.class, "middle-dot").name()).isEqualTo("阿布都·克里木");
        assertThat(cardOf(ResidentCard.class, "rare-character").name()).isEqualTo("李\uD840\uDC0B");
        assertThat(cardOf(ResidentCard.class, "private-use").name()).isEqualTo("张\uE863");
        assertThat(cardOf(ResidentCard.class, "long-validity").validTo()).isEmpty();
        assertThat(cardOf(ResidentCard.class, "moved").appendedAddress())
                .as("not asked for")
                .isEmpty();
    }

    @Test
    void readsTheAppendedAddressWhereItIsConfigured() throws Exception {
        reader.close();
        reader = driver("tcp://127.0.0.1:" + emulator.port(), true);
        assertThat(cardOf(ResidentCard.class, "moved").appendedAddress()).contains("八九省一〇二县白桦街 2号");
        assertThat(cardOf(ResidencePermit.class, "permit-moved").appendedAddress())
                .contains("八九省一〇二县白桦街 3号");
        assertThat(cardOf(ResidentCard.class, "middle-dot").appendedAddress()).isEmpty();
        assertThat(reader.capabilities()).containsExactly(Capability.READS_APPENDED_ADDRESS);
    }

    @Test
    void knowsTheModuleByItsNumber() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        assertThat(reader.information())
                .isEqualTo(new DeviceInformation("SAM_V", "", "050003009cc8330140e2010015cd5b07"));
    }

    @Test
    void readsTheNextCardAfterTheLineEndedInTheMiddleOfAnAnswer() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = reader.read(Duration.ofSeconds(15));
        awaitCommands(4);
        emulator.faults().cutOff(1);
        assertThat(DeviceContract.end(command)).isEqualTo(new IdCardResult.Failed(IdReaderFaults.NO_DEVICE));
        assertThat(readPresented()).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    void isNotThereAtAWrongSpeedAndIsWhenTheSpeedIsRight() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        emulator.faults().wrongBaud(true);
        DeviceContract.awaitStatus(reader, status -> status.availability() == Availability.NO_DEVICE);
        emulator.faults().clear();
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
    }

    @Test
    void findsTheSpeedOfTheLineByItself(@TempDir Path folder) throws Exception {
        reader.close();
        emulator.speed(9_600);
        try (PtyBridge cable = new PtyBridge(folder.resolve("reader"), emulator.port())) {
            emulator.hostSpeed(cable::baud);
            reader = driver("serial:" + cable.link() + "?baud=auto");
            assertThat(readPresented()).isInstanceOf(IdCardResult.Read.class);
            assertThat(cable.baud()).isEqualTo(9_600);
        }
    }

    @Test
    void reportsAModuleThatRefusesToWork() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        emulator.faults().status(0x66, 1_000);
        DeviceStatus status =
                DeviceContract.awaitStatus(reader, now -> now.faults().contains(IdReaderFaults.NOT_AUTHORISED));
        assertThat(status.availability()).isEqualTo(Availability.HARDWARE_ERROR);
        emulator.faults().clear();
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
    }

    @Test
    void isHonestAboutAReaderThatTakesEverythingAndAnswersNothing() throws Exception {
        emulator.faults().mute(true);
        DeviceContract.awaitStatus(reader, status -> status.availability() == Availability.NO_DEVICE);
        emulator.faults().clear();
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
    }

    @Test
    void readsTheNextCardAfterTheCableWasPulledDuringARead() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<IdCardResult> command = reader.read(Duration.ofSeconds(15));
        emulator.unplug();
        assertThat(DeviceContract.end(command)).isInstanceOf(IdCardResult.Failed.class);
        emulator.plug();
        assertThat(readPresented()).isInstanceOf(IdCardResult.Read.class);
    }

    @Test
    void readsOverASerialPortThatComesAndGoes(@TempDir Path folder) throws Exception {
        Path port = folder.resolve("reader");
        reader.close();
        reader = driver("serial:" + port + "?baud=115200");
        assertThat(DeviceContract.end(reader.read(Duration.ofSeconds(1)))).isInstanceOf(IdCardResult.Failed.class);
        try (PtyBridge cable = new PtyBridge(port, emulator.port())) {
            assertThat(cable.link()).exists();
            assertThat(readPresented()).isInstanceOf(IdCardResult.Read.class);
            emulator.lift();
        }
        DeviceContract.awaitStatus(reader, status -> status.availability() == Availability.NO_DEVICE);
        try (PtyBridge cable = new PtyBridge(port, emulator.port())) {
            assertThat(cable.link()).exists();
            assertThat(readPresented()).isInstanceOf(IdCardResult.Read.class);
        }
    }
}
