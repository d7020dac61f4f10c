package io.changbai.device.check;

import io.changbai.device.api.Device;
import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.face.FaceCamera;
import io.changbai.device.api.page.DocumentCamera;
import io.changbai.device.api.pin.PinPad;
import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.signal.PowerSupply;
import io.changbai.device.contract.Hands;
import io.changbai.device.contract.emulated.EmulatedCabinet;
import io.changbai.device.contract.emulated.EmulatedDocumentCamera;
import io.changbai.device.contract.emulated.EmulatedDocumentPrinter;
import io.changbai.device.contract.emulated.EmulatedFaceCamera;
import io.changbai.device.contract.emulated.EmulatedIdCardReader;
import io.changbai.device.contract.emulated.EmulatedPinPad;
import io.changbai.device.contract.emulated.EmulatedPowerSupply;
import io.changbai.device.contract.emulated.EmulatedQrScanner;
import io.changbai.device.contract.emulated.EmulatedReceiptPrinter;
import io.changbai.device.contract.emulated.EmulatedSocialCardReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A class of device that can be checked.
 *
 * @param id as in configuration, faults and threads
 * @param type its service
 * @param rules its contract
 * @param channelKey the attribute of its configuration that says where it is
 * @param quick configuration with which changes are noticed soon; others may be set
 * @param emulator puts an emulator up; its paper goes to the folder
 */
record CheckedDevice(
        String id,
        Class<? extends Device> type,
        Class<?> rules,
        String channelKey,
        Map<String, Object> quick,
        Function<Path, Emulated> emulator) {

    /** An emulator with the hands at it, and where the driver finds it. */
    record Emulated(Hands hands, AutoCloseable far, String channel) {

        static <T extends Hands & AutoCloseable> Emulated of(T hands, String channel) {
            return new Emulated(hands, hands, channel);
        }
    }

    /** One line per class of device; a new one gets a line here. */
    static final List<CheckedDevice> ALL = List.of(
            new CheckedDevice(
                    "id-card-reader",
                    IdCardReader.class,
                    IdCardReaderRules.class,
                    "channel",
                    Map.of("status.seconds", 1, "poll.millis", 100),
                    folder -> {
                        EmulatedIdCardReader hands = new EmulatedIdCardReader();
                        return Emulated.of(hands, hands.channel());
                    }),
            new CheckedDevice(
                    "social-card-reader",
                    SocialCardReader.class,
                    SocialCardReaderRules.class,
                    "reader",
                    Map.of("look.millis", 200),
                    folder -> {
                        EmulatedSocialCardReader hands = new EmulatedSocialCardReader();
                        return Emulated.of(hands, hands.reader());
                    }),
            new CheckedDevice(
                    "qr-scanner",
                    QrScanner.class,
                    QrScannerRules.class,
                    "channel",
                    Map.of("heartbeat.seconds", 1),
                    folder -> {
                        EmulatedQrScanner hands = new EmulatedQrScanner();
                        return Emulated.of(hands, hands.channel());
                    }),
            new CheckedDevice(
                    "face-camera",
                    FaceCamera.class,
                    FaceCameraRules.class,
                    "channel",
                    Map.of("look.seconds", 1),
                    folder -> {
                        EmulatedFaceCamera hands = new EmulatedFaceCamera();
                        return Emulated.of(hands, hands.channel());
                    }),
            new CheckedDevice(
                    "document-camera",
                    DocumentCamera.class,
                    DocumentCameraRules.class,
                    "channel",
                    Map.of("look.seconds", 1),
                    folder -> {
                        EmulatedDocumentCamera hands = new EmulatedDocumentCamera();
                        return Emulated.of(hands, hands.channel());
                    }),
            new CheckedDevice(
                    "receipt-printer",
                    ReceiptPrinter.class,
                    ReceiptPrinterRules.class,
                    "channel",
                    Map.of("poll.millis", 200),
                    folder -> {
                        EmulatedReceiptPrinter hands = new EmulatedReceiptPrinter(folder);
                        return Emulated.of(hands, hands.channel());
                    }),
            new CheckedDevice(
                    "document-printer",
                    DocumentPrinter.class,
                    DocumentPrinterRules.class,
                    "printer.uri",
                    Map.of("poll.seconds", 1, "job.poll.millis", 100),
                    folder -> {
                        EmulatedDocumentPrinter hands = new EmulatedDocumentPrinter(folder);
                        return Emulated.of(hands, hands.channel());
                    }),
            new CheckedDevice(
                    "cabinet",
                    Cabinet.class,
                    CabinetRules.class,
                    "channel",
                    Map.of(
                            "door", "!0",
                            "tamper", "!1",
                            "switch.supervisor", "4",
                            "headphones", "5",
                            "light.scanner", "2"),
                    folder -> {
                        EmulatedCabinet hands = new EmulatedCabinet();
                        return Emulated.of(hands, hands.channel());
                    }),
            new CheckedDevice(
                    "power-supply",
                    PowerSupply.class,
                    PowerSupplyRules.class,
                    "channel",
                    Map.of("poll.millis", 200),
                    folder -> {
                        EmulatedPowerSupply hands = new EmulatedPowerSupply();
                        return Emulated.of(hands, hands.channel());
                    }),
            new CheckedDevice(
                    "pin-pad", PinPad.class, PinPadRules.class, "channel", Map.of("status.seconds", 1), folder -> {
                        EmulatedPinPad hands = new EmulatedPinPad();
                        return Emulated.of(hands, hands.channel());
                    }));

    String pid() {
        return "changbai." + id;
    }

    static Optional<CheckedDevice> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    static List<String> names() {
        return Stream.concat(ALL.stream().map(CheckedDevice::id), Stream.of("all"))
                .toList();
    }
}
