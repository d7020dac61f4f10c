package io.changbai.pin.pad.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.pin.PinBlock;
import io.changbai.device.api.pin.PinBlock.Format;
import io.changbai.device.api.pin.PinRequest;
import io.changbai.device.api.pin.PinRequest.Prompt;
import io.changbai.device.api.pin.PinResult;
import io.changbai.device.contract.Await;
import io.changbai.device.contract.emulated.EmulatedPinPad;
import io.changbai.device.emulators.PtyBridge;
import io.changbai.device.link.internal.UriChannels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver over the emulator, with every fault of the line. */
@Timeout(60)
class SerialPinPadTest {

    private static final String PIN = "135792468013";
    private static final Optional<String> PAN = Optional.of("8901000000000000001");

    private final EmulatedPinPad hands = new EmulatedPinPad();
    private final TappedChannels wire = new TappedChannels(new UriChannels());
    private SerialPinPad pad = driver(hands.channel(), Format.ISO_3);

    private SerialPinPad driver(String channel, Format bound) {
        return new SerialPinPad(wire, channel, bound, Duration.ofMillis(200), new SteadyClock());
    }

    @AfterEach
    void stop() {
        pad.close();
        hands.close();
    }

    private DeviceCommand<PinResult> begin() {
        Await.ready(pad);
        int before = hands.emulator().typings();
        DeviceCommand<PinResult> command =
                pad.capture(new PinRequest(Prompt.ENTER_PIN, 4, 12, PAN), Duration.ofSeconds(20), count -> {});
        Await.until("the pad asks", () -> hands.emulator().typings() > before);
        return command;
    }

    private PinResult typePin() {
        DeviceCommand<PinResult> command = begin();
        hands.press(PIN);
        hands.pressEnter();
        return Await.end(command);
    }

    private void assertOpens(PinResult result) {
        PinBlock block = ((PinResult.Captured) result).block();
        assertThat(hands.open(block, PAN)).contains(PIN);
    }

    @Test
    void noDigitOfThePinIsEverOnTheWire() {
        assertOpens(typePin());
        String bytes = HexFormat.of().formatHex(wire.everything());
        assertThat(bytes).as("the search works").contains(hex("73."));
        assertThat(bytes)
                .doesNotContain(hex(PIN)) // as text
                .doesNotContain(PIN) // as packed digits
                .doesNotContain("c" + PIN.substring(0, 2)) // as the beginning of a clear block of 12 digits
                .doesNotContain(hex(PIN.substring(0, 4)));
        byte[] clear = HexFormat.of().parseHex("3C" + PIN.substring(0, 2));
        assertThat(bytes).doesNotContain(HexFormat.of().formatHex(clear) + PIN.substring(2, 4));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @EnumSource(names = {"ISO_0", "ISO_3"})
    void bindsTheBlockInTheFormatConfigured(Format format) {
        pad.close();
        pad = driver(hands.channel(), format);
        PinResult result = typePin();
        assertThat(((PinResult.Captured) result).block().format()).isEqualTo(format);
        assertOpens(result);
    }

    @Test
    void theBlockOpensForNoOtherAccount() {
        PinBlock block = ((PinResult.Captured) typePin()).block();
        assertThat(hands.open(block, Optional.of("8901000009000000001"))).isNotEqualTo(Optional.of(PIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrongSum", "truncate", "garbageBefore", "ignore"})
    void readsAgainWhatArrivedSpoilt(String fault) {
        DeviceCommand<PinResult> command = begin();
        spoil(fault, 2);
        hands.press(PIN);
        spoil(fault, 2);
        hands.pressEnter();
        assertOpens(Await.end(command));
    }

    private void spoil(String fault, int frames) {
        var faults = hands.emulator().faults();
        switch (fault) {
            case "wrongSum" -> faults.wrongSum(frames);
            case "truncate" -> faults.truncate(frames);
            case "garbageBefore" -> faults.garbageBefore(frames);
            default -> faults.ignore(frames);
        }
    }

    @Test
    void namesTheLineWhenTheEndNeverArrivesWhole() {
        DeviceCommand<PinResult> command = begin();
        hands.press("1234");
        Await.until("the digits are said", () -> hands.emulator().typed() == 4);
        hands.emulator().faults().wrongSum(1_000);
        hands.pressEnter();
        assertThat(Await.end(command)).isEqualTo(new PinResult.Failed(PinPadFaults.LINE));
        hands.emulator().faults().clear();
        assertOpens(typePin());
    }

    @Test
    void isGoneWhenThePadFallsSilentDuringTheTyping() {
        DeviceCommand<PinResult> command = begin();
        hands.emulator().faults().mute(true);
        assertThat(Await.end(command)).isEqualTo(new PinResult.Failed(PinPadFaults.NO_DEVICE));
        Await.status(pad, "not there", status -> status.availability() == Availability.NO_DEVICE);
        hands.emulator().faults().clear();
        assertOpens(typePin());
    }

    @Test
    void leavesThePadIdleAfterACancel() {
        DeviceCommand<PinResult> command = begin();
        hands.press("12");
        command.cancel();
        assertThat(Await.end(command)).isInstanceOf(PinResult.Cancelled.class);
        assertThat(hands.emulator().isCapturing()).isFalse();
        assertThat(hands.emulator().typed()).isZero();
    }

    @Test
    void neverTakesTheEndOfAnAbandonedTypingForTheNextOne() {
        DeviceCommand<PinResult> first = begin();
        hands.press("1234");
        hands.pullCable(); // the host is gone, the pad still asks
        assertThat(Await.end(first)).isEqualTo(new PinResult.Failed(PinPadFaults.NO_DEVICE));
        hands.plugCable();
        hands.emulator().enter(); // its block has the first reference
        assertOpens(typePin());
    }

    @Test
    void saysWhenItHasNoKeys() {
        Await.ready(pad);
        hands.emulator().noKeys(true);
        DeviceStatus status = Await.status(pad, "no keys", now -> now.faults().contains(PinPadFaults.NO_KEYS));
        assertThat(status.availability()).isEqualTo(Availability.HARDWARE_ERROR);
        PinResult result =
                Await.end(pad.capture(new PinRequest(Prompt.ENTER_PIN, 4, 6, PAN), Duration.ofSeconds(5), count -> {}));
        assertThat(result).isEqualTo(new PinResult.Failed(PinPadFaults.NO_KEYS));
    }

    @Test
    void saysThatItWasOpened() {
        DeviceCommand<PinResult> command = begin();
        hands.openHousing();
        assertThat(Await.end(command)).isEqualTo(new PinResult.Failed(PinPadFaults.TAMPERED));
        Await.status(pad, "opened", now -> now.faults().contains(PinPadFaults.TAMPERED));
    }

    @Test
    void knowsThePadByItsOwnWords() {
        Await.ready(pad);
        assertThat(pad.information()).isEqualTo(new DeviceInformation("PP-EMULATED", "1.0", "89000001"));
    }

    @Test
    void worksOverASerialPort(@TempDir Path folder) {
        pad.close();
        try (PtyBridge cable =
                new PtyBridge(folder.resolve("pad"), hands.emulator().port())) {
            pad = driver("serial:" + cable.link() + "?baud=9600", Format.ISO_3);
            assertOpens(typePin());
            pad.close();
        }
    }

    @Test
    void refusesRequestsNoPadCanServe() {
        assertThatThrownBy(() -> new PinRequest(Prompt.ENTER_PIN, 3, 6, PAN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PinRequest(Prompt.ENTER_PIN, 6, 4, PAN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PinRequest(Prompt.ENTER_PIN, 4, 13, PAN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PinRequest(Prompt.ENTER_PIN, 4, 6, Optional.of("89010\u001C0000000001")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new PinRequest(Prompt.ENTER_PIN, 4, 6, PAN).toString().toLowerCase(Locale.ROOT))
                .doesNotContain(PAN.get());
    }
}
