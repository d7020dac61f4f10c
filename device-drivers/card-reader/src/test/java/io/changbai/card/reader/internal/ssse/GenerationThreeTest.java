package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.card.reader.internal.ssse.TerminalKeys.Place;
import io.changbai.device.api.Capability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.card.SocialCardResult.Refusal;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.contract.Await;
import io.changbai.device.emulators.PsamChip;
import io.changbai.device.emulators.SocialCardChip;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards whose holder's data open to a terminal with keys only. */
@Timeout(60)
class GenerationThreeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final SocialReaderSettings QUICK = new SocialReaderSettings(
            Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofSeconds(8), Duration.ofSeconds(8), 0);

    private final HandSlot slot = new HandSlot();
    private final HandSlot module = new HandSlot();
    private final TestAuthority platform = new TestAuthority();
    private final TerminalKeys hsm = new TerminalKeys(Place.HSM, null, 0, "T0001");
    private PcscSocialCardReader reader;

    @AfterEach
    void stop() {
        reader.close();
    }

    private SocialCardResult readWith(TerminalKeys keys, SocialCardChip card) {
        reader = new PcscSocialCardReader(slot, keys, QUICK, "hand", new SteadyClock());
        slot.insert(card);
        return Await.end(reader.read(PATIENCE));
    }

    private TerminalKeys psam() {
        return TerminalKeys.psam(module, 0x4812);
    }

    private TerminalKeys platformKeys() {
        hsm.platform(platform);
        return hsm;
    }

    private static SocialCardChip card() {
        return SocialCards.of(Generation.V3_00);
    }

    private static SocialCardResult refused(Refusal why) {
        return new SocialCardResult.Refused(why);
    }

    @Test
    void needsAuthenticationWithoutKeys() {
        SocialCardChip card = card();
        assertThat(readWith(TerminalKeys.none(), card)).isEqualTo(refused(Refusal.NEEDS_AUTHENTICATION));
        assertThat(card.keyTriesLeft()).isEqualTo(5);
        assertThat(reader.capabilities()).doesNotContain(Capability.AUTHENTICATES_TERMINAL);
    }

    @Test
    void needsAuthenticationWhenTheModuleIsNotInItsSlotAndSaysSo() {
        assertThat(readWith(psam(), card())).isEqualTo(refused(Refusal.NEEDS_AUTHENTICATION));
        Await.status(reader, "the missing module", status -> status.faults().contains(SocialReaderFaults.NO_PSAM));
        assertThat(reader.status().canServe()).as("older cards go on").isTrue();
        module.insert(new PsamChip());
        Await.status(reader, "the module", status -> status.faults().isEmpty());
        assertThat(Await.end(reader.read(PATIENCE))).isInstanceOf(SocialCardResult.Read.class);
    }

    @Test
    void needsAuthenticationWhenTheModuleHasNoSuchKey() {
        module.insert(new PsamChip().keyless());
        SocialCardChip card = card();
        assertThat(readWith(psam(), card)).isEqualTo(refused(Refusal.NEEDS_AUTHENTICATION));
        assertThat(card.keyTriesLeft()).as("no try is spent").isEqualTo(5);
    }

    @Test
    void readsWithTheSecurityModule() {
        module.insert(new PsamChip());
        assertThat(readWith(psam(), card())).isInstanceOfSatisfying(SocialCardResult.Read.class, read -> {
            assertThat(read.card().specVersion()).isEqualTo("3.00");
            assertThat(read.card().number()).isEqualTo(SocialCards.NUMBER);
        });
        assertThat(reader.capabilities()).contains(Capability.AUTHENTICATES_TERMINAL);
    }

    @Test
    void readsWithTheKeyPlatformInTwoSteps() {
        assertThat(readWith(platformKeys(), card())).isInstanceOf(SocialCardResult.Read.class);
        assertThat(platform.lastLine)
                .matches("890101\\|3B6D[0-9A-F]{30}\\|03\\|" + SocialCards.CARD_ID + "\\|([0-9A-F]{16}\\|){4}T0001\\|");
    }

    @Test
    void unmasksACopyWithoutKeysAndSpendsNoTry() {
        SocialCardChip copy = card().counterfeit();
        assertThat(readWith(platformKeys(), copy)).isEqualTo(refused(Refusal.NOT_GENUINE));
        assertThat(copy.keyTriesLeft()).isEqualTo(5);
    }

    @Test
    void triesOnceOnlyWhenTheCardRefusesTheTerminal() {
        SocialCardChip card = card().suspicious();
        assertThat(readWith(platformKeys(), card)).isEqualTo(refused(Refusal.AUTHENTICATION_FAILED));
        assertThat(card.keyTriesLeft()).isEqualTo(4);
    }

    @Test
    void needsAuthenticationWhenThePlatformIsNotThereIsLateOrFails() {
        assertThat(readWith(hsm, card())).isEqualTo(refused(Refusal.NEEDS_AUTHENTICATION));
        Await.status(reader, "the missing keys", status -> status.faults().contains(SocialReaderFaults.NO_KEYS));
        hsm.platform(platform);
        platform.instead = new CompletableFuture<>();
        assertThat(Await.end(reader.read(PATIENCE))).isEqualTo(refused(Refusal.NEEDS_AUTHENTICATION));
        platform.instead = CompletableFuture.failedFuture(new IOException("down"));
        assertThat(Await.end(reader.read(PATIENCE))).isEqualTo(refused(Refusal.NEEDS_AUTHENTICATION));
        platform.instead = null;
        assertThat(Await.end(reader.read(PATIENCE))).isInstanceOf(SocialCardResult.Read.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "no hexadecimal digits at all, but long enough to be some of them, yes"})
    void spendsNoTryOnAnAnswerThatMakesNoSense(String answer) {
        platform.instead = CompletableFuture.completedFuture(answer);
        SocialCardChip card = card();
        assertThat(readWith(platformKeys(), card)).isEqualTo(refused(Refusal.NEEDS_AUTHENTICATION));
        assertThat(card.keyTriesLeft()).isEqualTo(5);
    }

    @Test
    void spendsNoTryOnAnAnswerForAnotherCard() {
        platform.instead = CompletableFuture.completedFuture("0".repeat(64));
        SocialCardChip card = card();
        assertThat(readWith(platformKeys(), card)).isEqualTo(refused(Refusal.NEEDS_AUTHENTICATION));
        assertThat(card.keyTriesLeft()).isEqualTo(5);
    }

    @Test
    void aCancelEndsTheWaitForThePlatform() {
        platform.instead = new CompletableFuture<>();
        hsm.platform(platform);
        reader = new PcscSocialCardReader(slot, hsm, HandSlot.SETTINGS, "hand", new SteadyClock());
        slot.insert(card());
        DeviceCommand<SocialCardResult> command = reader.read(PATIENCE);
        Await.until("the platform is asked", () -> platform.lastLine != null);
        command.cancel();
        assertThat(Await.end(command)).isEqualTo(refused(Refusal.NEEDS_AUTHENTICATION));
    }

    @Test
    void saysRemovedWhenTheCardIsPulledWhileThePlatformThinks() {
        CompletableFuture<String> late = new CompletableFuture<>();
        platform.instead = late;
        hsm.platform(platform);
        reader = new PcscSocialCardReader(slot, hsm, HandSlot.SETTINGS, "hand", new SteadyClock());
        slot.insert(card());
        DeviceCommand<SocialCardResult> command = reader.read(PATIENCE);
        Await.until("the platform is asked", () -> platform.lastLine != null);
        slot.remove();
        late.complete(TestAuthority.right(platform.lastLine));
        assertThat(Await.end(command)).isInstanceOf(SocialCardResult.Removed.class);
    }
}
