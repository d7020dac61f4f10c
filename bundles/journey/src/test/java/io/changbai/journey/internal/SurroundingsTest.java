package io.changbai.journey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.signal.CabinetState.Door;
import io.changbai.device.api.signal.CabinetState.OperatorSwitch;
import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import io.changbai.device.api.signal.PowerIn;
import io.changbai.identity.ClaimWay;
import io.changbai.journey.Intent.Kind;
import io.changbai.journey.Screen;
import io.changbai.journey.internal.FakeSurroundings.FakeCabinet;
import io.changbai.journey.internal.FakeSurroundings.FakePower;
import io.changbai.journey.internal.FakeSurroundings.FakeSpeech;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody opens the cabinet, the mains fails, the key is turned; and lights show where to put one's hand. */
class SurroundingsTest {

    private static final Map<String, Consumer<Hall>> UNTIL_NOTHING_MOVES = Map.of(
            "choose",
            hall -> hall.touch(Kind.START),
            "notice",
            hall -> hall.toNotice(FakeServices.CERTIFICATE),
            "identify",
            hall -> hall.toIdentify(FakeServices.CERTIFICATE),
            "confirm",
            hall -> hall.toConfirm(FakeServices.CERTIFICATE, Hall.WANG),
            "field",
            Hall::toField,
            "face consent",
            Hall::toFaceConsent,
            "capture",
            Hall::toCapture,
            "review",
            Hall::toReview);

    private final Hall hall = new Hall();
    private final FakeCabinet cabinet = new FakeCabinet();
    private final FakePower power = new FakePower();
    private final FakeSpeech speech = new FakeSpeech();

    @BeforeEach
    void standsInACabinet() {
        hall.journey.addCabinet(cabinet);
        hall.journey.addPowerSupply(power);
        hall.journey.addSpeechOutput(speech);
        hall.time.settle();
    }

    static Stream<String> screens() {
        return UNTIL_NOTHING_MOVES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void anOpenDoorEndsTheVisitWipedAndTheTerminalGoesOutOfService(String screen) {
        UNTIL_NOTHING_MOVES.get(screen).accept(hall);
        cabinet.door(Door.OPEN);
        hall.time.settle();
        hall.shows(Screen.End.class);
        hall.isWiped();
        hall.waits(3);
        assertThat(hall.shows(Screen.OutOfService.class).reasons()).containsExactly("missing.MAINTENANCE");
        cabinet.door(Door.CLOSED);
        hall.waits(2);
        hall.shows(Screen.Attract.class);
    }

    @Test
    void tamperingEndsTheVisitToo() {
        hall.toReview();
        cabinet.becomes(FakeCabinet.signals(Door.CLOSED, true, OperatorSwitch.RUN, PowerIn.POWERING));
        hall.time.settle();
        hall.shows(Screen.End.class);
        hall.isWiped();
    }

    @Test
    void aDoorOpenedWhileSomethingMovesEndsTheVisitOnlyWhenThePaperIsTaken() {
        hall.toPrinting();
        cabinet.door(Door.OPEN);
        hall.waits(1);
        assertThat(hall.screen()).isEqualTo(new Screen.Progress("printing-document"));
        hall.printed(hall.a4, new PrintResult.Unknown(PrintResult.Reason.NO_ANSWER, 0));
        hall.shows(Screen.PaperQuestion.class);
        hall.touch(Kind.PAPER_SEEN, "yes");
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        hall.shows(Screen.Take.class);
        hall.touch(Kind.TAKEN);
        hall.shows(Screen.End.class);
        hall.waits(3);
        hall.shows(Screen.OutOfService.class);
    }

    @Test
    void aDoorOpenedWhileThePlatformIsAskedEndsTheVisitWithTheAnswer() {
        hall.toIdentify(FakeServices.CERTIFICATE);
        hall.identity.claim.presented.complete(null);
        hall.time.settle();
        cabinet.door(Door.OPEN);
        hall.time.settle();
        hall.shows(Screen.Progress.class);
        hall.claims(Hall.WANG);
        hall.shows(Screen.End.class);
        hall.isWiped();
    }

    @Test
    void theKeyOnMaintenanceRefusesNewVisitsAndLetsThisOneEnd() {
        hall.toReview();
        cabinet.becomes(FakeCabinet.signals(Door.CLOSED, false, OperatorSwitch.MAINTENANCE, PowerIn.POWERING));
        hall.waits(2);
        hall.shows(Screen.Review.class);
        hall.touch(Kind.END);
        hall.waits(4);
        assertThat(hall.shows(Screen.OutOfService.class).reasons()).containsExactly("missing.MAINTENANCE");
    }

    @Test
    void onBatteryWhatHasBegunIsFinishedAndNothingBegins() {
        hall.toReview();
        power.becomes(FakePower.power(PowerIn.NO_POWER, false));
        hall.time.settle();
        hall.touch(Kind.AGREE);
        hall.accepted(FakeServices.CERTIFICATE);
        hall.printed(hall.a4, new PrintResult.Printed(2));
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        hall.shows(Screen.Take.class);
        hall.touch(Kind.TAKEN);
        hall.waits(4);
        assertThat(hall.shows(Screen.OutOfService.class).reasons()).containsExactly("missing.POWER");
        power.becomes(FakePower.power(PowerIn.POWERING, false));
        hall.waits(2);
        hall.shows(Screen.Attract.class);
    }

    @Test
    void anEmptyBatteryEndsTheVisitWhileThereIsTimeToWipe() {
        hall.toReview();
        power.becomes(FakePower.power(PowerIn.NO_POWER, true));
        hall.time.settle();
        hall.shows(Screen.End.class);
        hall.isWiped();
    }

    @Test
    void thePowerFailContactAloneRefusesNewVisits() {
        cabinet.becomes(FakeCabinet.signals(Door.CLOSED, false, OperatorSwitch.RUN, PowerIn.NO_POWER));
        hall.waits(2);
        assertThat(hall.shows(Screen.OutOfService.class).reasons()).containsExactly("missing.POWER");
    }

    @Test
    void aBoardThatIsGoneStopsNobody() {
        cabinet.becomes(io.changbai.device.api.signal.CabinetState.UNKNOWN);
        hall.journey.removePowerSupply(power);
        hall.waits(2);
        hall.shows(Screen.Attract.class);
        hall.journey.removeCabinet(cabinet);
        hall.toReview();
    }

    @Test
    void theLightOfWhatTheVisitWaitsForBlinks() {
        assertThat(cabinet.glowing()).containsExactly(Light.STATUS_GOOD);
        hall.identity.ways = Set.of(ClaimWay.ID_CARD, ClaimWay.E_CARD_CODE);
        hall.toIdentify(FakeServices.CERTIFICATE);
        assertThat(cabinet.glowing()).containsExactly(Light.CONTACTLESS, Light.SCANNER, Light.STATUS_GOOD);
        assertThat(cabinet.lights).containsEntry(Light.SCANNER, Glow.MEDIUM);
        hall.claims(Hall.WANG);
        assertThat(cabinet.glowing()).containsExactly(Light.STATUS_GOOD);
    }

    @Test
    void theOutletsGlowWhilePaperComesAndUntilItIsTaken() {
        hall.toPrinting();
        assertThat(cabinet.glowing()).containsExactly(Light.DOCUMENT_PRINTER, Light.STATUS_GOOD);
        hall.printed(hall.a4, new PrintResult.Printed(2));
        assertThat(cabinet.glowing()).containsExactly(Light.RECEIPT_PRINTER, Light.STATUS_GOOD);
        hall.printed(hall.receipts, new PrintResult.Printed(1));
        assertThat(cabinet.glowing()).containsExactly(Light.RECEIPT_PRINTER, Light.DOCUMENT_PRINTER, Light.STATUS_GOOD);
        hall.touch(Kind.TAKEN);
        assertThat(cabinet.glowing()).containsExactly(Light.STATUS_GOOD);
    }

    @Test
    void theStatusLampSaysOutOfService() {
        cabinet.door(Door.OPEN);
        hall.waits(2);
        assertThat(cabinet.glowing()).containsExactly(Light.STATUS_BAD);
    }

    @Test
    void aCabinetThatComesLaterShowsWhatIsGoingOn() {
        hall.journey.removeCabinet(cabinet);
        hall.toPrinting();
        FakeCabinet other = new FakeCabinet();
        hall.journey.addCabinet(other);
        assertThat(other.glowing()).containsExactly(Light.DOCUMENT_PRINTER, Light.STATUS_GOOD);
    }

    @Test
    void theVoiceForgetsEachVisit() {
        hall.toReview();
        hall.touch(Kind.END);
        assertThat(speech.visitsEnded).isEqualTo(1);
    }

    @Test
    void allLightsGoOutWithTheJourney() throws InterruptedException {
        hall.toPrinting();
        hall.journey.deactivate();
        hall.time.settle();
        assertThat(cabinet.glowing()).isEmpty();
    }
}
