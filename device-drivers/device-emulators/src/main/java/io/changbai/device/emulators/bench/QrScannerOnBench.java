package io.changbai.device.emulators.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.QrScannerEmulator;
import io.changbai.device.emulators.QrScannerEmulator.Make;
import io.changbai.device.emulators.QrScannerFaults.Suffix;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The QR scanner on the bench. */
final class QrScannerOnBench implements BenchDevice {
    private static final List<String> CHARSETS = List.of("utf-8", "gb18030", "iso-8859-1");
    private static final int LONGEST = 100_000;

    private final QrScannerEmulator scanner;
    private final Residents residents;

    QrScannerOnBench(int port, Residents residents) {
        this.scanner = new QrScannerEmulator(port);
        this.residents = residents;
    }

    @Override
    public String id() {
        return "qr-scanner";
    }

    @Override
    public AutoCloseable start() {
        return scanner.start();
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(
                id(),
                "hold",
                "Hold a code",
                body -> scanner.hold(code(body)),
                Parameter.resident().optional(),
                Parameter.text("text").optional(),
                Parameter.choice("charset", CHARSETS.toArray(String[]::new)).optional(),
                Parameter.text("hex").optional(),
                Parameter.number("length").optional());
        table.add(id(), "take-away", "Take the code away", body -> scanner.takeAway());
        table.add(
                id(),
                "blurt",
                "Send a code nobody asked for",
                body -> scanner.blurt(body.text("text")),
                Parameter.text("text"));
        table.add(id(), "make", "Put in another module", body -> scanner.replaceBy(make(body)), makes());
        faults(table);
        table.cable(id(), scanner::unplug, scanner::plug);
    }

    private void faults(ActionTable table) {
        var faults = scanner.faults();
        table.add(id(), "mute", "Mute", body -> faults.mute(body.flag("on")), Parameter.flag("on"));
        table.add(id(), "no-replies", "No echo", body -> faults.noReplies(body.flag("on")), Parameter.flag("on"));
        table.add(id(), "refuse", "Refuse commands", body -> faults.refuse(body.flag("on")), Parameter.flag("on"));
        table.add(
                id(),
                "suffix",
                "Suffix",
                body -> faults.suffix(oneOf(Suffix.values(), body.text("is"))),
                Parameter.choice("is", "cr", "lf", "crlf", "none"));
        table.add(
                id(),
                "split",
                "Codes in pieces",
                body -> faults.splitEvery(body.number("bytes")),
                Parameter.number("bytes"));
        table.add(
                id(),
                "repeat",
                "Send each code several times",
                body -> faults.repeat(body.number("times")),
                Parameter.number("times"));
        table.add(
                id(),
                "lose-acknowledgements",
                "Lose acknowledgements (SSI)",
                body -> faults.loseAcknowledgements(body.number("count")),
                Parameter.number("count"));
        table.add(id(), "mend", "Mend all faults", body -> faults.clear());
    }

    private static Parameter makes() {
        String[] names = Stream.of(Make.values()).map(QrScannerOnBench::name).toArray(String[]::new);
        return Parameter.choice("is", names);
    }

    private static Make make(Body body) throws BadRequest {
        return oneOf(Make.values(), body.text("is"));
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String text) throws BadRequest {
        for (E each : values) {
            if (name(each).equals(text)) {
                return each;
            }
        }
        throw new BadRequest("The choices are "
                + Stream.of(values).map(QrScannerOnBench::name).collect(Collectors.joining(", ")) + ".");
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", scanner.plugged());
        device.put("port", scanner.port());
        device.put("make", name(scanner.make()));
        device.put("armed", scanner.isArmed());
        device.put("holding", scanner.isHolding());
        device.put("reads", scanner.reads());
        device.put("mute", scanner.faults().isMute());
    }

    @Override
    public void reset() {
        if (scanner.make() != Make.HONEYWELL) {
            scanner.replaceBy(Make.HONEYWELL);
        }
        scanner.plug();
        scanner.faults().clear();
        scanner.takeAway();
    }

    /** Text, bytes, so many characters, or a resident's electronic card. */
    private byte[] code(Body body) throws BadRequest {
        if (body.has("hex")) {
            return hex(body.text("hex"));
        } else if (body.has("length")) {
            return "x"
                    .repeat(Math.max(0, Math.min(LONGEST, body.number("length"))))
                    .getBytes(UTF_8);
        } else if (body.has("text")) {
            return body.text("text").getBytes(charset(body));
        }
        return residents.find(body.text("resident")).eCardCode().getBytes(UTF_8);
    }

    private static Charset charset(Body body) throws BadRequest {
        String name = body.has("charset") ? body.text("charset") : "utf-8";
        if (!CHARSETS.contains(name)) {
            throw new BadRequest("The code's charset is " + String.join(", ", CHARSETS) + ".");
        }
        return Charset.forName(name);
    }

    private static byte[] hex(String text) throws BadRequest {
        try {
            return HexFormat.of().parseHex(text.replace(" ", ""));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The code's bytes are pairs of hexadecimal digits.");
        }
    }
}
