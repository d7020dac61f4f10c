package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.BankCardResult;
import io.changbai.device.api.card.CardPin;
import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.contract.Await;
import io.changbai.device.emulators.SocialCardChip;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PC/SC knows no cancel for a command to a card: what does not come back is said, and what comes late is dropped. */
@Timeout(60)
class HangingReaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final SocialReaderSettings SETTINGS = new SocialReaderSettings(
            Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(1), 0);

    private final CountDownLatch release = new CountDownLatch(1);
    private final HandSlot slot = new HandSlot();
    private final SocialCardChip card = SocialCards.of(Generation.V2_00);
    private final PcscSocialCardReader reader =
            new PcscSocialCardReader(slot, TerminalKeys.none(), SETTINGS, "hand", new SteadyClock());

    @AfterEach
    void stop() {
        release.countDown();
        reader.close();
    }

    private static SocialCardResult failed() {
        return new SocialCardResult.Failed(SocialReaderFaults.HANGS);
    }

    @Test
    void everyCommandEndsAndTheFaultIsRaisedUntilTheReaderLetsGo() {
        slot.hang(release);
        slot.insert(card);
        DeviceCommand<SocialCardResult> stuck = reader.read(PATIENCE);
        DeviceCommand<SocialCardResult> behind = reader.read(PATIENCE);
        assertThat(Await.end(stuck)).isEqualTo(failed());
        assertThat(Await.end(behind)).isEqualTo(failed());
        assertThat(reader.status().availability()).isEqualTo(Availability.HARDWARE_ERROR);
        assertThat(reader.status().faults()).containsExactly(SocialReaderFaults.HANGS);
        assertThat(Await.end(reader.read(PATIENCE))).as("at once, not queued").isEqualTo(failed());
        assertThat(Await.end(reader.lastFour(PATIENCE))).isEqualTo(new BankCardResult.Failed(SocialReaderFaults.HANGS));
        slot.hang(null);
        release.countDown();
        Await.status(reader, "it serves again", DeviceStatus::canServe);
        assertThat(reader.status().faults()).isEmpty();
        assertThat(Await.end(reader.read(PATIENCE))).isInstanceOf(SocialCardResult.Read.class);
    }

    @Test
    void aChangeThatHangsIsUnknownOnceThePinWasSent() {
        slot.hangAt(release, 3); // SELECT, SELECT EF05, READ RECORD; then CHANGE PIN
        slot.insert(card);
        CardPin old = CardPin.taking("123456".toCharArray());
        CardPin fresh = CardPin.taking("654321".toCharArray());
        assertThat(Await.end(reader.change(old, fresh, PATIENCE))).isInstanceOf(CardPinResult.Unknown.class);
    }

    @Test
    void aChangeThatHangsBeforeItIsAFaultOfTheReader() {
        slot.hang(release);
        slot.insert(card);
        CardPin old = CardPin.taking("123456".toCharArray());
        CardPin fresh = CardPin.taking("654321".toCharArray());
        assertThat(Await.end(reader.change(old, fresh, PATIENCE)))
                .isEqualTo(new CardPinResult.Failed(SocialReaderFaults.HANGS));
        slot.hang(null);
        release.countDown();
        Await.status(reader, "it serves again", DeviceStatus::canServe);
        assertThat(card.hasPin("123456")).isTrue();
        assertThat(card.pinTriesLeft()).as("a wiped PIN is never sent").isEqualTo(3);
    }

    @Test
    void closesInTimeWhileItHangs() {
        slot.hang(release);
        slot.insert(card);
        DeviceCommand<SocialCardResult> stuck = reader.read(PATIENCE);
        assertThat(Await.end(stuck)).isEqualTo(failed());
        long begun = System.nanoTime();
        reader.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
}
