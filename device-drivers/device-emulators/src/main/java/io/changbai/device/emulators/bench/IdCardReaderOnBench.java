package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.IdCardReaderEmulator;

/** The resident ID card reader on the bench. */
final class IdCardReaderOnBench implements BenchDevice {
    private final IdCardReaderEmulator reader;
    private final Residents residents;
    private volatile String whose;

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
        table.add(id(), "present", "Put a card on", this::present, Parameter.resident());
        table.add(id(), "lift", "Lift the card", body -> lift());
        table.add(id(), "mute", "Mute", body -> reader.faults().mute(body.flag("on")), Parameter.flag("on"));
        table.add(
                id(),
                "fault",
                "Spoil the next answers",
                this::fault,
                Parameter.choice("kind", "checksum", "truncated", "garbage", "noise", "status", "none"),
                Parameter.number("count").optional(),
                Parameter.number("status").optional());
        table.cable(id(), reader::unplug, reader::plug);
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", reader.plugged());
        device.put("port", reader.port());
        device.put("state", reader.state().name());
        device.put("resident", whose);
        device.put("mute", reader.faults().isMute());
    }

    @Override
    public void reset() {
        reader.plug();
        reader.faults().clear();
        lift();
    }

    private void present(Body body) throws BadRequest {
        Resident resident = residents.find(body.text("resident"));
        reader.present(resident.idCard());
        whose = resident.key();
    }

    private void lift() {
        reader.lift();
        whose = null;
    }

    private void fault(Body body) throws BadRequest {
        var faults = reader.faults();
        int count = body.number("count", 1);
        switch (body.text("kind")) {
            case "checksum" -> faults.wrongChecksum(count);
            case "truncated" -> faults.truncate(count);
            case "garbage" -> faults.garbageBefore(count);
            case "noise" -> faults.noise(count);
            case "status" -> faults.status(body.number("status"), count);
            case "none" -> faults.clear();
            default -> throw new BadRequest("The fault's kind is checksum, truncated, garbage, noise, status or none.");
        }
    }
}
