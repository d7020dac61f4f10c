package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.card.SocialCardReaderContract;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.emulators.BankCardChip;
import io.changbai.device.emulators.MuteCard;
import io.changbai.device.emulators.SmartCard;
import io.changbai.device.emulators.SocialCardEmulator;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import io.changbai.device.link.internal.PcscCardSlots;
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

    private final PcscDaemon daemon = new PcscDaemon();
    private final SocialCardEmulator hand = new SocialCardEmulator().start();
    private PcscSocialCardReader reader;

    @BeforeEach
    void start() throws Exception {
        daemon.start();
        reader = reader(TerminalKeys.none());
    }

    private static PcscSocialCardReader reader(TerminalKeys keys) {
        return new PcscSocialCardReader(
                new PcscCardSlots().slot("Virtual PCD 00 00"), keys, HandSlot.SETTINGS, "vpcd", new SteadyClock());
    }

    @AfterEach
    void stop() throws Exception {
        reader.close();
        hand.close();
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
}
