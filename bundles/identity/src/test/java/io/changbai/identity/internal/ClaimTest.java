package io.changbai.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.card.IdCard;
import io.changbai.device.api.card.IdCardResult;
import io.changbai.device.api.card.PermanentResidentCard2017;
import io.changbai.device.api.card.ResidentCard;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.identity.ClaimResult;
import io.changbai.identity.ClaimResult.NotClaimed;
import io.changbai.identity.ClaimResult.Why;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.IdentityCommand;
import io.changbai.identity.Person;
import io.changbai.platform.link.Answer;
import io.changbai.platform.messages.core.FindPerson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DeviceFault FAULT =
            new DeviceFault("ICR-NO-DEVICE", DeviceFault.Severity.FAULT, DeviceFault.Mender.TECHNICIAN, "No answer.");

    private final FakeDevice.IdReader idReader = new FakeDevice.IdReader();
    private final FakeDevice.SocialReader socialReader = new FakeDevice.SocialReader();
    private final FakeDevice.Scanner scanner = new FakeDevice.Scanner();
    private final AskedPlatform platform = new AskedPlatform();
    private final DeviceIdentity identity =
            new DeviceIdentity(platform, Duration.ofSeconds(8), Duration.ofSeconds(15), Runnable::run);

    @BeforeEach
    void plugIn() {
        identity.addIdCardReader(idReader);
        identity.addSocialCardReader(socialReader);
        identity.addQrScanner(scanner);
    }

    @Test
    void theFirstCardIsTheClaimAndTheOtherReadersAreCalledOffAndAwaited() {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.complete(new IdCardResult.Read(card()));
        assertThat(socialReader.cancelled).isTrue();
        assertThat(scanner.cancelled).isTrue();
        assertThat(platform.asked).as("asked before the readers let go").isNull();
        letGo();
        platform.answers(200, AskedPlatform.WANG);
        Person person = end(claim).match(claimed -> claimed, why -> null);
        assertThat(person.maskedName()).isEqualTo("王*民");
        assertThat(person.latestMonth()).isEqualTo("2026-10");
        assertThat(person.way()).isEqualTo(ClaimWay.ID_CARD);
        assertThat(platform.deadline).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void saysWhenSomethingWasPresented() {
        IdentityCommand<ClaimResult> claim = claimAll();
        assertThat(presented(claim)).isFalse();
        scanner.running.complete(scanned("code-1"));
        letGo();
        assertThat(presented(claim)).isTrue();
    }

    @Test
    void aBankCardEndsTheClaimWithItsReason() {
        IdentityCommand<ClaimResult> claim = claimAll();
        socialReader.running.complete(new SocialCardResult.Refused(SocialCardResult.Refusal.BANK_CARD));
        letGo();
        assertThat(why(claim)).isEqualTo(Why.BANK_CARD);
        assertThat(presented(claim)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_A_SOCIAL_CARD, WRONG_CARD",
        "NEEDS_AUTHENTICATION, CARD_NEEDS_AUTHENTICATION",
        "AUTHENTICATION_FAILED, CARD_NEEDS_AUTHENTICATION",
        "NOT_GENUINE, CARD_NOT_VERIFIED",
        "LOCKED, CARD_LOCKED"
    })
    void everyRefusalOfASocialCardHasAReasonThePersonCanActOn(SocialCardResult.Refusal refusal, Why why) {
        IdentityCommand<ClaimResult> claim = claimAll();
        socialReader.running.complete(new SocialCardResult.Refused(refusal));
        letGo();
        assertThat(why(claim)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"MUTE, CARD_MUTE", "DAMAGED, CARD_DAMAGED", "GARBLED, UNREADABLE"})
    void aSocialCardThatCannotBeReadSaysWhatIsWrongWithIt(SocialCardResult.Trouble trouble, Why why) {
        IdentityCommand<ClaimResult> claim = claimAll();
        socialReader.running.complete(new SocialCardResult.Unreadable(trouble));
        letGo();
        assertThat(why(claim)).isEqualTo(why);
    }

    @Test
    void aCardReadAtTheSameMomentAsARefusalCounts() {
        IdentityCommand<ClaimResult> claim = claimAll();
        socialReader.running.complete(new SocialCardResult.Removed());
        idReader.running.complete(new IdCardResult.Read(card()));
        letGo();
        platform.answers(200, AskedPlatform.WANG);
        assertThat(why(claim)).isNull();
    }

    @Test
    void anUnreadableCardAndAPulledCardHaveTheirReasons() {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.complete(new IdCardResult.Unreadable());
        letGo();
        assertThat(why(claim)).isEqualTo(Why.UNREADABLE);
        claim = claimAll();
        socialReader.running.complete(new SocialCardResult.Removed());
        letGo();
        assertThat(why(claim)).isEqualTo(Why.CARD_REMOVED);
        claim = claimAll();
        scanner.running.complete(new ScanResult.Oversize());
        letGo();
        assertThat(why(claim)).isEqualTo(Why.UNREADABLE);
    }

    @Test
    void aDocumentThatCannotBeReadOrIsNotTakenForGenuineHasItsReason() {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.complete(new IdCardResult.UnsupportedDocument());
        letGo();
        assertThat(why(claim)).isEqualTo(Why.UNSUPPORTED_DOCUMENT);
        claim = claimAll();
        idReader.running.complete(new IdCardResult.NotVerified());
        letGo();
        assertThat(why(claim)).isEqualTo(Why.CARD_NOT_VERIFIED);
        claim = claimAll();
        idReader.running.complete(new IdCardResult.NotAnIdCard());
        letGo();
        assertThat(why(claim)).isEqualTo(Why.WRONG_CARD);
    }

    @Test
    void aForeignersCardClaimsByItsNumberAndTheNameOnIt() {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.complete(new IdCardResult.Read(foreigner("ANNA EXAMPLE")));
        letGo();
        FindPerson asked = (FindPerson) platform.asked.body();
        assertThat(asked.kind()).isEqualTo("ID_CARD");
        assertThat(asked.number()).isEqualTo("ZZZ890185061500");
        assertThat(asked.name()).isEqualTo("ANNA EXAMPLE");
        platform.answers(404, "");
        assertThat(why(claim)).isEqualTo(Why.NOBODY_KNOWN);
    }

    @Test
    void aCardWithoutANameIsNoClaim() {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.complete(new IdCardResult.Read(foreigner("")));
        letGo();
        assertThat(why(claim)).isEqualTo(Why.UNREADABLE);
        assertThat(platform.asked).isNull();
    }

    @Test
    void oneFailedReaderLeavesTheOthersWaiting() {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.complete(new IdCardResult.Failed(FAULT));
        assertThat(scanner.cancelled).isFalse();
        scanner.running.complete(scanned("code-1"));
        letGo();
        platform.answers(200, AskedPlatform.WANG);
        assertThat(why(claim)).isNull();
    }

    @Test
    void aDriverWithADefectCountsAsFailed() {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.completeExceptionally(new IllegalStateException("defect"));
        socialReader.running.complete(new SocialCardResult.Failed(FAULT));
        scanner.running.complete(new ScanResult.Failed(FAULT));
        assertThat(why(claim)).isEqualTo(Why.DEVICE_FAILED);
    }

    @Test
    void nobodyCame() {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.complete(new IdCardResult.NoCard());
        socialReader.running.complete(new SocialCardResult.NoCard());
        scanner.running.complete(new ScanResult.NoCode());
        assertThat(why(claim)).isEqualTo(Why.NOTHING_PRESENTED);
    }

    @Test
    void unpluggedReadersAreNoWayAndAClaimWithoutReadersFails() {
        identity.removeIdCardReader(idReader);
        socialReader.availability = Availability.NO_DEVICE;
        assertThat(identity.waysNow()).containsExactly(ClaimWay.E_CARD_CODE);
        assertThat(why(identity.claim(EnumSet.of(ClaimWay.ID_CARD, ClaimWay.SOCIAL_CARD), PATIENCE)))
                .isEqualTo(Why.DEVICE_FAILED);
    }

    @Test
    void noWayWorksWithoutThePlatform() {
        platform.connected = false;
        assertThat(identity.waysNow()).isEmpty();
    }

    @Test
    void aCardReadAfterTheCancelIsNobodysClaim() {
        IdentityCommand<ClaimResult> claim = claimAll();
        claim.cancel();
        assertThat(idReader.cancelled).isTrue();
        assertThat(claim.result().toCompletableFuture()).isNotDone();
        idReader.running.complete(new IdCardResult.Read(card()));
        letGo();
        assertThat(why(claim)).isEqualTo(Why.CANCELLED);
        assertThat(platform.asked).isNull();
    }

    @Test
    void anAnswerAfterTheCancelIsDropped() {
        IdentityCommand<ClaimResult> claim = claimAll();
        scanner.running.complete(scanned("code-1"));
        letGo();
        claim.cancel();
        platform.answers(200, AskedPlatform.WANG);
        assertThat(why(claim)).isEqualTo(Why.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"personId\":\"p1\"}", "\u0000\u0001"})
    void anAnswerThatIsNotTheContractIsSilence(String body) {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.complete(new IdCardResult.Read(card()));
        letGo();
        platform.answers(200, body);
        assertThat(why(claim)).isEqualTo(Why.PLATFORM_SILENT);
    }

    @Test
    void refusalsOfThePlatformAreToldApart() {
        IdentityCommand<ClaimResult> claim = claimAll();
        idReader.running.complete(new IdCardResult.Read(card()));
        letGo();
        platform.answers(404, "");
        assertThat(why(claim)).isEqualTo(Why.NOBODY_KNOWN);
        claim = claimAll();
        scanner.running.complete(scanned("used-before"));
        letGo();
        platform.answers(404, "");
        assertThat(why(claim)).isEqualTo(Why.CODE_REFUSED);
        claim = claimAll();
        idReader.running.complete(new IdCardResult.Read(card()));
        letGo();
        platform.answer.complete(new Answer.NoAnswer());
        assertThat(why(claim)).isEqualTo(Why.PLATFORM_SILENT);
    }

    @Test
    void theCodeGoesToThePlatformAsItIsAndNowhereElse() {
        claimAll();
        scanner.running.complete(scanned("code-1"));
        letGo();
        assertThat(((FindPerson) platform.asked.body()).code()).isEqualTo("code-1");
        assertThat(platform.asked.toString() + platform.asked.body()).doesNotContain("code-1");
    }

    private IdentityCommand<ClaimResult> claimAll() {
        return identity.claim(EnumSet.allOf(ClaimWay.class), PATIENCE);
    }

    /** What drivers do some 200 ms after a cancel. */
    private void letGo() {
        idReader.running.complete(new IdCardResult.Cancelled());
        socialReader.running.complete(new SocialCardResult.Cancelled());
        scanner.running.complete(new ScanResult.Cancelled());
    }

    private static ClaimResult end(IdentityCommand<ClaimResult> claim) {
        CompletableFuture<ClaimResult> result = claim.result().toCompletableFuture();
        assertThat(result).isDone();
        return result.join();
    }

    private static Why why(IdentityCommand<ClaimResult> claim) {
        return end(claim) instanceof NotClaimed not ? not.why() : null;
    }

    private static boolean presented(IdentityCommand<ClaimResult> claim) {
        return claim.presented().toCompletableFuture().isDone();
    }

    private static ScanResult scanned(String text) {
        return new ScanResult.Scanned(text.getBytes(StandardCharsets.UTF_8), text, Instant.EPOCH);
    }

    private static IdCard card() {
        return new ResidentCard(
                "王小民",
                "1",
                "01",
                LocalDate.of(1958, 3, 12),
                "八九省一〇一县银杏路1号",
                Optional.empty(),
                "89010119580312101X",
                "八九省一〇一县公安局",
                LocalDate.of(2015, 1, 1),
                Optional.empty(),
                new byte[1024]);
    }

    private static IdCard foreigner(String englishName) {
        return new PermanentResidentCard2017(
                englishName,
                "",
                "2",
                "ZZZ890185061500",
                "ZZZ",
                LocalDate.of(1985, 6, 15),
                LocalDate.of(2019, 1, 1),
                Optional.of(LocalDate.of(2029, 1, 1)),
                "01",
                "8901",
                new byte[1024]);
    }
}
