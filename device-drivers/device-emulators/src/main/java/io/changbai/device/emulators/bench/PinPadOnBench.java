package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.PinPadEmulator;

/** The PIN pad on the bench. The panel shows how many digits were typed, never which. */
final class PinPadOnBench implements BenchDevice {
    private final PinPadEmulator pad;

    PinPadOnBench(int port) {
        this.pad = new PinPadEmulator(port);
    }

    @Override
    public String id() {
        return "pin-pad";
    }

    @Override
    public AutoCloseable start() {
        return pad.start();
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(id(), "press", "Press digits", this::press, Parameter.text("digits"));
        table.add(id(), "clear", "Press the correction key", body -> pad.clear());
        table.add(id(), "enter", "Press the green key", body -> pad.enter());
        table.add(id(), "cancel", "Press the red key", body -> pad.cancel());
        table.add(id(), "tamper", "Open the housing", body -> pad.tamper(body.flag("on")), Parameter.flag("on"));
        table.add(id(), "no-keys", "Without keys", body -> pad.noKeys(body.flag("on")), Parameter.flag("on"));
        table.add(id(), "mute", "Mute", body -> pad.faults().mute(body.flag("on")), Parameter.flag("on"));
        table.add(
                id(),
                "fault",
                "Spoil the next frames",
                this::fault,
                Parameter.choice("kind", "checksum", "truncated", "garbage", "deaf", "none"),
                Parameter.number("count").optional());
        table.cable(id(), pad::unplug, pad::plug);
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", pad.plugged());
        device.put("port", pad.port());
        device.put("capturing", pad.isCapturing());
        device.put("typed", pad.typed());
        device.put("tampered", pad.isTampered());
        device.put("noKeys", pad.hasNoKeys());
        device.put("mute", pad.faults().isMute());
    }

    @Override
    public void reset() {
        pad.plug();
        pad.faults().clear();
        pad.tamper(false);
        pad.noKeys(false);
        pad.cancel();
    }

    private void press(Body body) throws BadRequest {
        String digits = body.text("digits");
        if (!digits.matches("[0-9]{1,12}")) {
            throw new BadRequest("The digits are 0 to 9, one to twelve of them.");
        }
        pad.press(digits);
    }

    private void fault(Body body) throws BadRequest {
        var faults = pad.faults();
        int count = body.number("count", 1);
        switch (body.text("kind")) {
            case "checksum" -> faults.wrongSum(count);
            case "truncated" -> faults.truncate(count);
            case "garbage" -> faults.garbageBefore(count);
            case "deaf" -> faults.ignore(count);
            case "none" -> faults.clear();
            default -> throw new BadRequest("The fault's kind is checksum, truncated, garbage, deaf or none.");
        }
    }
}
