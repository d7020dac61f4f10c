package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.CabinetEmulator;
import io.changbai.device.emulators.CabinetEmulator.Contact;

/** The cabinet around the bench: its door, its key, who stands before it, and its lamps. */
final class CabinetOnBench implements BenchDevice {
    private final CabinetEmulator cabinet;

    CabinetOnBench(int port) {
        this.cabinet = new CabinetEmulator(port);
    }

    @Override
    public String id() {
        return "cabinet";
    }

    @Override
    public AutoCloseable start() {
        return cabinet.start();
    }

    @Override
    public void addTo(ActionTable table) {
        contact(table, "door", "Open or close the door", Contact.DOOR, "open");
        contact(table, "tamper", "Hit the cabinet", Contact.TAMPER, "on");
        contact(table, "presence", "Somebody steps up or leaves", Contact.PRESENCE, "on");
        contact(table, "headphones", "Plug headphones in or out", Contact.HEADPHONES, "in");
        contact(table, "power-fail", "Mains fails or comes back", Contact.POWER_FAIL, "on");
        table.add(
                id(),
                "switch",
                "Turn the operator switch",
                this::turn,
                Parameter.choice("position", "run", "maintenance", "supervisor"));
        table.add(id(), "mute", "Mute", body -> cabinet.faults().mute(body.flag("on")), Parameter.flag("on"));
        table.add(
                id(),
                "fault",
                "Spoil answers",
                this::fault,
                Parameter.choice("kind", "checksum", "truncated", "garbage", "foreign", "refuse", "none"),
                Parameter.number("count").optional(),
                Parameter.number("code").optional());
        table.cable(id(), cabinet::unplug, cabinet::plug);
    }

    private void contact(ActionTable table, String name, String label, Contact contact, String flag) {
        table.add(id(), name, label, body -> cabinet.set(contact, body.flag(flag)), Parameter.flag(flag));
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", cabinet.plugged());
        device.put("port", cabinet.port());
        device.put("doorOpen", cabinet.is(Contact.DOOR));
        device.put("tamper", cabinet.is(Contact.TAMPER));
        device.put("presence", cabinet.is(Contact.PRESENCE));
        device.put("headphones", cabinet.is(Contact.HEADPHONES));
        device.put("powerFail", cabinet.is(Contact.POWER_FAIL));
        device.put("switch", position());
        device.put("mute", cabinet.faults().isMute());
        ArrayNode lamps = device.putArray("glowing");
        cabinet.glowing().forEach(lamp -> lamps.add(lamp.name()));
    }

    @Override
    public void reset() {
        cabinet.plug();
        cabinet.faults().clear();
        for (Contact contact : Contact.values()) {
            cabinet.set(contact, false);
        }
    }

    private String position() {
        if (cabinet.is(Contact.SWITCH_SUPERVISOR)) {
            return "supervisor";
        }
        return cabinet.is(Contact.SWITCH_MAINTENANCE) ? "maintenance" : "run";
    }

    private void turn(Body body) throws BadRequest {
        String position = body.text("position");
        if (!position.matches("run|maintenance|supervisor")) {
            throw new BadRequest("The switch's position is run, maintenance or supervisor.");
        }
        cabinet.set(Contact.SWITCH_MAINTENANCE, position.equals("maintenance"));
        cabinet.set(Contact.SWITCH_SUPERVISOR, position.equals("supervisor"));
    }

    private void fault(Body body) throws BadRequest {
        var faults = cabinet.faults();
        int count = body.number("count", 1);
        switch (body.text("kind")) {
            case "checksum" -> faults.wrongChecksum(count);
            case "truncated" -> faults.truncate(count);
            case "garbage" -> faults.garbage(count);
            case "foreign" -> faults.foreign(count);
            case "refuse" -> faults.refuse(body.number("code", 6), count);
            case "none" -> faults.clear();
            default ->
                throw new BadRequest("The fault's kind is checksum, truncated, garbage, foreign, refuse or none.");
        }
    }
}
