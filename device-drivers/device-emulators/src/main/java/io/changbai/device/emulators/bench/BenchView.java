package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The bench as JSON: what there is, what hands can do, and what they do. */
final class BenchView {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<BenchDevice> devices;
    private final Residents residents;
    private final ActionTable actions = new ActionTable();

    BenchView(List<BenchDevice> devices, Residents residents) {
        this.devices = devices;
        this.residents = residents;
        devices.forEach(device -> device.addTo(actions));
    }

    /** {@code {residents, devices: {id: state}}}. */
    ObjectNode state() {
        ObjectNode all = JSON.createObjectNode();
        residents(all);
        ObjectNode states = all.putObject("devices");
        devices.forEach(device -> device.describe(states.putObject(device.id())));
        return all;
    }

    ObjectNode actions() {
        ObjectNode all = JSON.createObjectNode();
        actions.describe(all);
        return all;
    }

    void perform(String device, String action, Body body) throws BadRequest {
        actions.perform(device, action, body);
    }

    void reset() {
        devices.forEach(BenchDevice::reset);
    }

    private void residents(ObjectNode all) {
        ArrayNode list = all.putArray("residents");
        try {
            for (Resident each : residents.all()) {
                ObjectNode entry = list.addObject();
                entry.put("key", each.key());
                entry.put("name", each.name());
                entry.put("pensioner", each.isPensioner());
                entry.put("socialCard", each.hasSocialCard());
            }
        } catch (BadRequest e) {
            all.put("residentsProblem", e.getMessage());
        }
    }
}
