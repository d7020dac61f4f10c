package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.QrScannerEmulator;

/** The QR scanner on the bench. */
final class QrScannerOnBench implements BenchDevice {
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
                this::hold,
                Parameter.resident().optional(),
                Parameter.text("text").optional());
        table.add(id(), "take-away", "Take the code away", body -> scanner.takeAway());
        table.add(id(), "mute", "Mute", body -> scanner.faults().mute(body.flag("on")), Parameter.flag("on"));
        table.cable(id(), scanner::unplug, scanner::plug);
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", scanner.plugged());
        device.put("port", scanner.port());
        device.put("armed", scanner.isArmed());
        device.put("holding", scanner.isHolding());
        device.put("reads", scanner.reads());
        device.put("mute", scanner.faults().isMute());
    }

    @Override
    public void reset() {
        scanner.plug();
        scanner.faults().clear();
        scanner.takeAway();
    }

    private void hold(Body body) throws BadRequest {
        String code = body.has("text")
                ? body.text("text")
                : residents.find(body.text("resident")).eCardCode();
        scanner.hold(code);
    }
}
