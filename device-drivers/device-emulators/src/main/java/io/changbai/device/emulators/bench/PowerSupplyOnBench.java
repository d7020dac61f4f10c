package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.PowerSupplyEmulator;
import io.changbai.device.emulators.PowerSupplyEmulator.Mood;
import java.util.Locale;
import java.util.stream.Stream;

/** The power supply under the bench, as upsd tells of it. */
final class PowerSupplyOnBench implements BenchDevice {
    private final PowerSupplyEmulator supply;

    PowerSupplyOnBench(int port) {
        this.supply = new PowerSupplyEmulator(port);
    }

    @Override
    public String id() {
        return "power-supply";
    }

    @Override
    public AutoCloseable start() {
        return supply.start();
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(
                id(),
                "mains",
                "Mains fails or comes back",
                body -> power(body.flag("on") ? "OL CHRG" : "OB DISCHRG"),
                Parameter.flag("on"));
        table.add(id(), "low-battery", "No mains and nearly no battery", body -> {
            power("OB LB DISCHRG");
            supply.set("battery.charge", "8");
            supply.set("battery.runtime", "90");
        });
        table.add(id(), "replace-battery", "The battery is worn out", body -> power("OL RB"));
        table.add(
                id(),
                "status",
                "Say any flags",
                body -> power(body.text("flags").replaceAll("[^A-Z ]", "")),
                Parameter.text("flags"));
        table.add(
                id(),
                "server",
                "How upsd behaves",
                this::behave,
                Parameter.choice("mood", "fine", "silent", "stale", "garbage", "endless", "truncated"));
        table.cable(id(), supply::unplug, supply::plug);
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", supply.plugged());
        device.put("port", supply.port());
        device.put("status", supply.get("ups.status"));
        device.put("charge", supply.get("battery.charge"));
        device.put("server", supply.mood().name());
    }

    @Override
    public void reset() {
        supply.plug();
        supply.mood(Mood.FINE);
        supply.mains();
    }

    private void power(String flags) {
        supply.mains();
        supply.set("ups.status", flags);
    }

    private void behave(Body body) throws BadRequest {
        String wanted = body.text("mood").toUpperCase(Locale.ROOT);
        supply.mood(Stream.of(Mood.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new BadRequest("The server is fine, silent, stale, garbage, endless or truncated.")));
    }
}
