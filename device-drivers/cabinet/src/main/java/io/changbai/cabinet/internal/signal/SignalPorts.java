package io.changbai.cabinet.internal.signal;

import io.changbai.device.api.signal.Light;
import io.changbai.device.link.Channels;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** From the configuration to a board and its wiring. */
final class SignalPorts {

    private SignalPorts() {}

    /** How to open the configured board. A board's classes are loaded when it is opened, not before. */
    static SignalPort.Opening of(Channels channels, CabinetConfig config) {
        return switch (config.board()) {
            case "modbus-rtu" -> modbus(channels, config.channel(), config.unit());
            case "pi4j-linuxfs" -> gpio(Path.of(config.gpio_path()));
            case "memory" -> (inputs, outputs) -> new MemoryPort();
            default ->
                throw new IllegalArgumentException(
                        "board = '" + config.board() + "': expected modbus-rtu, pi4j-linuxfs or memory");
        };
    }

    static SignalPort.Opening modbus(Channels channels, String uri, int unit) {
        return (inputs, outputs) -> ModbusPort.open(channels.open(uri), unit, inputs, outputs);
    }

    static SignalPort.Opening gpio(Path path) {
        return (inputs, outputs) -> Pi4jPort.open(path, inputs, outputs);
    }

    static String where(CabinetConfig config) {
        return switch (config.board()) {
            case "modbus-rtu" -> config.channel();
            case "pi4j-linuxfs" -> config.gpio_path();
            default -> config.board();
        };
    }

    static Tampering tampering(String data) {
        return new Tampering(
                Path.of(data == null ? System.getProperty("java.io.tmpdir") : data, "cabinet", "tampered"));
    }

    static Wiring wiring(CabinetConfig config) {
        Map<Input, Line> inputs = new EnumMap<>(Input.class);
        wire(inputs, Input.DOOR, "door", config.door());
        wire(inputs, Input.TAMPER, "tamper", config.tamper());
        wire(inputs, Input.PRESENCE, "presence", config.presence());
        wire(inputs, Input.MAINTENANCE, "switch.maintenance", config.switch_maintenance());
        wire(inputs, Input.SUPERVISOR, "switch.supervisor", config.switch_supervisor());
        wire(inputs, Input.HEADPHONES, "headphones", config.headphones());
        wire(inputs, Input.POWER_FAIL, "power.fail", config.power_fail());
        Map<Light, Line> lights = new EnumMap<>(Light.class);
        wire(lights, Light.CARD_READER, "light.card.reader", config.light_card_reader());
        wire(lights, Light.CONTACTLESS, "light.contactless", config.light_contactless());
        wire(lights, Light.SCANNER, "light.scanner", config.light_scanner());
        wire(lights, Light.PIN_PAD, "light.pin.pad", config.light_pin_pad());
        wire(lights, Light.RECEIPT_PRINTER, "light.receipt.printer", config.light_receipt_printer());
        wire(lights, Light.DOCUMENT_PRINTER, "light.document.printer", config.light_document_printer());
        wire(lights, Light.STATUS_GOOD, "status.good", config.status_good());
        wire(lights, Light.STATUS_WARNING, "status.warning", config.status_warning());
        wire(lights, Light.STATUS_BAD, "status.bad", config.status_bad());
        return new Wiring(inputs, lights, Line.parse("beeper", config.beeper()));
    }

    private static <K> void wire(Map<K, Line> wired, K what, String key, String text) {
        Line.parse(key, text).ifPresent(line -> wired.put(what, line));
    }
}
