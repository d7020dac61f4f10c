package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.BankCardResult;
import io.changbai.device.api.card.CardPin;
import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.card.SocialCardReaderContract;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.emulators.BankCardChip;
import io.changbai.device.emulators.MuteCard;
import io.changbai.device.emulators.PsamChip;
import io.changbai.device.emulators.SmartCard;
import io.changbai.device.emulators.SocialCardChip;
import io.changbai.device.emulators.SocialCardChip.Tear;
import io.changbai.device.emulators.SocialCardEmulator;
import io.changbai.device.emulators.SocialCardEmulator.Status;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import io.changbai.device.link.CardSlot;
import io.changbai.device.link.internal.PcscCardSlots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver through javax.smartcardio and a real pcscd to cards in the virtual reader of vsmartcard-vpcd. */
@Timeout(120)
class PcscSocialCardReaderIT implements SocialCardReaderContract {

    private static final String FIRST = "Virtual PCD 00 00";
    private static final String SECOND = "Virtual PCD 00 01";

    private final PcscDaemon daemon = new PcscDaemon();
    private final SocialCardEmulator hand = new SocialCardEmulator().start();
    private final SocialCardEmulator second = new SocialCardEmulator(SocialCardEmulator.SECOND_VPCD_PORT).start();
    private PcscSocialCardReader reader;

    @BeforeEach
    void start() throws Exception {
        daemon.start();
        reader = reader(TerminalKeys.none());
    }

    private static PcscSocialCardReader reader(TerminalKeys keys) {
        return new PcscSocialCardReader(
                new PcscCardSlots().slot(FIRST), keys, HandSlot.SETTINGS, "vpcd", new SteadyClock());
    }

    @AfterEach
    void stop() throws Exception {
        reader.close();
        hand.close();
        second.close();
        daemon.close();
    }

    @Override
    public SocialCardReader device() {
        return reader;
    }

    @Override
    public void unplug() {
        try {
            daemon.stop();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void plug() {
        try {
            daemon.start();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String insertCard() {
        hand.insert(SocialCards.of(Generation.V2_00));
        return SocialCards.NUMBER;
    }

    @Override
    public void insertBankCard() {
        hand.insert(new BankCardChip());
    }

    @Override
    public void removeCard() {
        hand.remove();
    }

    private SocialCardResult readWith(SmartCard card) throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<SocialCardResult> command = reader.read(PATIENCE);
        hand.insert(card);
        return DeviceContract.end(command);
    }

    @ParameterizedTest
    @EnumSource(
            value = Generation.class,
            names = {"V1_00", "V2_00", "V2_01"})
    void readsEachGeneration(Generation generation) throws Exception {
        assertThat(readWith(SocialCards.of(generation))).isInstanceOfSatisfying(SocialCardResult.Read.class, read -> {
            assertThat(read.card().specVersion()).isEqualTo(generation.text());
            assertThat(read.card().name()).isEqualTo("王小民");
            assertThat(read.card().atr()).startsWith("3B6D0000");
        });
    }

    @Test
    void refusesGenerationThree() throws Exception {
        assertThat(readWith(SocialCards.of(Generation.V3_00)))
                .isEqualTo(new SocialCardResult.Refused(Refusal.NEEDS_AUTHENTICATION));
    }

    @Test
    void refusesALockedCard() throws Exception {
        assertThat(readWith(SocialCards.of(Generation.V2_00).locked()))
                .isEqualTo(new SocialCardResult.Refused(Refusal.LOCKED));
    }

    @Test
    void saysUnreadableForAMuteCard() throws Exception {
        assertThat(readWith(new MuteCard())).isInstanceOf(SocialCardResult.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 14})
    void saysRemovedWhereverTheCardIsPulled(int commands) throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<SocialCardResult> command = reader.read(PATIENCE);
        hand.insertAndPullAfter(SocialCards.of(Generation.V2_00), commands);
        assertThat(DeviceContract.end(command)).isInstanceOf(SocialCardResult.Removed.class);
    }

    @Test
    void readsAgainAfterTheDaemonWasRestartedWithACardInTheReader() throws Exception {
        assertThat(readWith(SocialCards.of(Generation.V2_00))).isInstanceOf(SocialCardResult.Read.class);
        unplug();
        DeviceContract.awaitStatus(reader, status -> status.availability() == Availability.NO_DEVICE);
        assertThat(DeviceContract.end(reader.read(PATIENCE)))
                .isEqualTo(new SocialCardResult.Failed(SocialReaderFaults.NO_SERVICE));
        plug();
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        assertThat(DeviceContract.end(reader.read(PATIENCE))).isInstanceOf(SocialCardResult.Read.class);
    }

    @Test
    void startsWithoutADaemonAndServesWhenItComes() throws Exception {
        unplug();
        PcscSocialCardReader early = reader(TerminalKeys.none());
        try {
            DeviceContract.awaitStatus(early, status -> status.availability() == Availability.NO_DEVICE);
            plug();
            DeviceContract.awaitStatus(early, DeviceStatus::canServe);
        } finally {
            early.close();
        }
    }

    private PcscSocialCardReader restart(CardSlot cards, TerminalKeys keys, SocialReaderSettings settings) {
        reader.close();
        reader = new PcscSocialCardReader(cards, keys, settings, "vpcd", new SteadyClock());
        return reader;
    }

    private static CardSlot slot(String name) {
        return new PcscCardSlots().slot(name);
    }

    @Test
    void saysTheReadersName() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        assertThat(reader.information().model()).startsWith("Virtual PCD 00 00");
    }

    @Test
    void anUnpluggedReaderIsNamedAndServesOnceItIsBack() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        daemon.stop();
        daemon.startWithoutReaders();
        DeviceContract.awaitStatus(reader, status -> status.faults().contains(SocialReaderFaults.ABSENT));
        assertThat(DeviceContract.end(reader.read(PATIENCE)))
                .isEqualTo(new SocialCardResult.Failed(SocialReaderFaults.NO_READER));
        daemon.stop();
        daemon.start();
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        assertThat(readWith(SocialCards.of(Generation.V2_00))).isInstanceOf(SocialCardResult.Read.class);
    }

    @Test
    void readsGenerationThreeWithASecurityModuleInTheSecondSlot() throws Exception {
        restart(slot(FIRST), TerminalKeys.psam(slot(SECOND), 0x4812), HandSlot.SETTINGS);
        DeviceContract.awaitStatus(reader, status -> status.faults().contains(SocialReaderFaults.NO_PSAM));
        second.insert(new PsamChip());
        DeviceContract.awaitStatus(reader, status -> status.faults().isEmpty());
        assertThat(readWith(SocialCards.of(Generation.V3_00)))
                .isInstanceOfSatisfying(
                        SocialCardResult.Read.class,
                        read -> assertThat(read.card().specVersion()).isEqualTo("3.00"));
        assertThat(readWith(SocialCards.of(Generation.V3_00).counterfeit()))
                .isEqualTo(new SocialCardResult.Refused(Refusal.NOT_GENUINE));
    }

    @Test
    void readsAContactlessCardOverT1WhereAskingAgainIsOurs() throws Exception {
        restart(new TwoSlots(slot(FIRST), slot(SECOND)), TerminalKeys.none(), HandSlot.SETTINGS);
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<SocialCardResult> command = reader.read(PATIENCE);
        second.insert(SocialCards.of(Generation.V2_01).contactless());
        assertThat(DeviceContract.end(command))
                .isInstanceOfSatisfying(
                        SocialCardResult.Read.class,
                        read -> assertThat(read.card().atr()).startsWith("3B8D8001"));
    }

    @Test
    void readsTheLastFourDigitsOfAnAccount() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<BankCardResult> command = reader.lastFour(PATIENCE);
        hand.insert(new BankCardChip());
        assertThat(DeviceContract.end(command)).isEqualTo(new BankCardResult.Read("5678"));
    }

    private DeviceCommand<CardPinResult> change() {
        return reader.change(CardPin.taking("123456".toCharArray()), CardPin.taking("654321".toCharArray()), PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(Tear.class)
    void readsATornChangeOfThePinBackWhenTheCardComesAgain(Tear tear) throws Exception {
        SocialCardChip card = SocialCards.of(Generation.V2_00).tearNextWrite(tear);
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<CardPinResult> command = change();
        hand.insert(card);
        assertThat(hand.awaitStatus(Status.IN_READER, PATIENCE)).isTrue();
        assertThat(hand.awaitStatus(Status.NO_CARD, PATIENCE)).isTrue();
        assertThat(command.result().toCompletableFuture()).isNotDone();
        hand.insert(card);
        assertThat(DeviceContract.end(command))
                .isInstanceOf(tear == Tear.AFTER_WRITING ? CardPinResult.Done.class : CardPinResult.NotChanged.class);
        assertThat(card.pinTriesLeft()).isEqualTo(3);
    }

    @Test
    void saysUnknownWhenTheTornCardDoesNotComeAgain() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        DeviceCommand<CardPinResult> command = change();
        hand.insert(SocialCards.of(Generation.V2_00).tearNextWrite(Tear.AFTER_WRITING));
        assertThat(DeviceContract.end(command)).isInstanceOf(CardPinResult.Unknown.class);
    }

    @Test
    void saysItWhenACardTakesACommandAndNeverAnswers() throws Exception {
        SocialReaderSettings impatient = new SocialReaderSettings(
                Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(8), 0);
        restart(slot(FIRST), TerminalKeys.none(), impatient);
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        hand.stall(true);
        assertThat(readWith(SocialCards.of(Generation.V2_00)))
                .isEqualTo(new SocialCardResult.Failed(SocialReaderFaults.HANGS));
        assertThat(reader.status().availability()).isEqualTo(Availability.HARDWARE_ERROR);
        hand.stall(false);
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        assertThat(DeviceContract.end(reader.read(PATIENCE))).isInstanceOf(SocialCardResult.Read.class);
    }

    @Test
    void aRestartOfTheDaemonFreesAReaderThatHangs() throws Exception {
        SocialReaderSettings impatient = new SocialReaderSettings(
                Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(8), 0);
        restart(slot(FIRST), TerminalKeys.none(), impatient);
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        hand.stall(true);
        assertThat(readWith(SocialCards.of(Generation.V2_00)))
                .isEqualTo(new SocialCardResult.Failed(SocialReaderFaults.HANGS));
        unplug();
        hand.stall(false);
        plug();
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        assertThat(DeviceContract.end(reader.read(PATIENCE))).isInstanceOf(SocialCardResult.Read.class);
    }

    /** Cards in and out while they are wanted: 20 times, or as often as {@code changbai.storm} says. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void keepsNothingOfCardsThatAreTornOutAgainAndAgain() throws Exception {
        DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        assertThat(readWith(SocialCards.of(Generation.V2_00))).isInstanceOf(SocialCardResult.Read.class);
        hand.remove();
        int threads = Thread.activeCount();
        long files = openFiles();
        int storms = Integer.getInteger("changbai.storm", 20);
        for (int i = 0; i < storms; i++) {
            DeviceCommand<SocialCardResult> command = reader.read(PATIENCE);
            hand.insertAndPullAfter(SocialCards.of(Generation.V2_00), i % 25);
            SocialCardResult result = DeviceContract.end(command);
            assertThat(result)
                    .isInstanceOfAny(
                            SocialCardResult.Removed.class,
                            SocialCardResult.Read.class,
                            SocialCardResult.Unreadable.class);
            hand.remove();
            DeviceContract.awaitStatus(reader, DeviceStatus::canServe);
        }
        assertThat(readWith(SocialCards.of(Generation.V2_00))).isInstanceOf(SocialCardResult.Read.class);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
        assertThat(openFiles()).isLessThanOrEqualTo(files + 4);
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
