package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.IdCardReaderEmulator;
import io.changbai.device.emulators.IdCardReaderFaults;
import io.changbai.device.emulators.SampleIdCards;
import io.changbai.device.emulators.SyntheticIdCard;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The resident ID card reader on the bench. */
final class IdCardReaderOnBench implements BenchDevice {
    private static final Map<String, Integer> COMMANDS = new TreeMap<>(
            Map.of("status", 0x11FF, "find", 0x2001, "select", 0x2002, "read", 0x3001, "address", 0x3003));

    private final IdCardReaderEmulator reader;
    private final Residents residents;
    private volatile String whose;
    private volatile String which;

    IdCardReaderOnBench(int port, Residents residents) {
        this.reader = new IdCardReaderEmulator(port);
        this.residents = residents;
    }

    @Override
    public String id() {
        return "id-card-reader";
    }

    @Override
    public AutoCloseable start() {
        return reader.start();
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(
                id(),
                "present",
                "Put a card on",
                this::present,
                Parameter.resident().optional(),
                Parameter.choice("card", SampleIdCards.names().toArray(new String[0]))
                        .optional(),
                Parameter.text("appendedAddress").optional());
        table.add(id(), "lift", "Lift the card", body -> lift());
        table.add(
                id(),
                "rereads",
                "Find a card again without lifting",
                body -> reader.rereads(body.flag("on")),
                Parameter.flag("on"));
        addFaultsTo(table);
        table.cable(id(), reader::unplug, reader::plug);
    }

    private void addFaultsTo(ActionTable table) {
        IdCardReaderFaults faults = reader.faults();
        table.add(id(), "mute", "Mute", body -> faults.mute(body.flag("on")), Parameter.flag("on"));
        table.add(id(), "wrong-baud", "Wrong speed", body -> faults.wrongBaud(body.flag("on")), Parameter.flag("on"));
        table.add(
                id(),
                "byte-by-byte",
                "Answer byte by byte",
                body -> faults.byteByByte(body.flag("on")),
                Parameter.flag("on"));
        table.add(
                id(),
                "fault",
                "Spoil the next answers",
                this::fault,
                Parameter.choice(
                        "kind", "checksum", "truncated", "garbage", "noise", "late", "cut-off", "status", "none"),
                Parameter.number("count").optional(),
                Parameter.number("millis").optional(),
                Parameter.number("status").optional(),
                Parameter.choice("command", COMMANDS.keySet().toArray(new String[0]))
                        .optional());
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", reader.plugged());
        device.put("port", reader.port());
        device.put("state", reader.state().name());
        device.put("resident", whose);
        device.put("card", which);
        device.put("wrongBaud", reader.faults().isWrongBaud());
        device.put("mute", reader.faults().isMute());
    }

    @Override
    public void reset() {
        reader.plug();
        reader.faults().clear();
        reader.rereads(false);
        lift();
    }

    private void present(Body body) throws BadRequest {
        SyntheticIdCard card = body.has("card") ? sample(body.text("card")) : residentsCard(body);
        reader.present(body.has("appendedAddress") ? card.withAppendedAddress(body.text("appendedAddress")) : card);
        which = body.has("card") ? body.text("card") : null;
        whose = body.has("card") ? null : body.text("resident");
    }

    private SyntheticIdCard residentsCard(Body body) throws BadRequest {
        return residents.find(body.text("resident")).idCard();
    }

    private static SyntheticIdCard sample(String name) throws BadRequest {
        return SampleIdCards.named(name)
                .orElseThrow(() -> new BadRequest("The cards are " + String.join(", ", SampleIdCards.names()) + "."));
    }

    private void lift() {
        reader.lift();
        whose = null;
        which = null;
    }

    private void fault(Body body) throws BadRequest {
        var faults = reader.faults();
        int count = body.number("count", 1);
        switch (body.text("kind")) {
            case "checksum" -> faults.wrongChecksum(count);
            case "truncated" -> faults.truncate(count);
            case "garbage" -> faults.garbageBefore(count);
            case "noise" -> faults.noise(count);
            case "late" -> faults.late(Duration.ofMillis(body.number("millis")), count);
            case "cut-off" -> faults.cutOff(count);
            case "status" -> status(body, count);
            case "none" -> faults.clear();
            default ->
                throw new BadRequest(
                        "The fault's kind is checksum, truncated, garbage, noise, late, cut-off, status or none.");
        }
    }

    private void status(Body body, int count) throws BadRequest {
        if (!body.has("command")) {
            reader.faults().status(body.number("status"), count);
            return;
        }
        Integer command = COMMANDS.get(body.text("command"));
        if (command == null) {
            throw new BadRequest("The commands are " + String.join(", ", COMMANDS.keySet()) + ".");
        }
        reader.faults().statusTo(command, body.number("status"), count);
    }
}
