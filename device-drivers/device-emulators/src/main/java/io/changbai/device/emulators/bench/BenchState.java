package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.SocialCardEmulator.Status;
import java.util.List;

/** What the bench looks like now, as JSON; and putting everything back. */
final class BenchState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bench bench;
    private final BenchHands hands;

    BenchState(Bench bench, BenchHands hands) {
        this.bench = bench;
        this.hands = hands;
    }

    ObjectNode all() {
        ObjectNode all = JSON.createObjectNode();
        residents(all);
        ObjectNode devices = all.putObject("devices");
        idCardReader(devices.putObject("id-card-reader"));
        socialCardReader(devices.putObject("social-card-reader"));
        qrScanner(devices.putObject("qr-scanner"));
        faceCamera(devices.putObject("face-camera"));
        receiptPrinter(devices.putObject("receipt-printer"));
        documentPrinter(devices.putObject("document-printer"));
        return all;
    }

    /** Healthy and empty: no cards, nobody before the camera, paper taken, cables in. */
    void reset() {
        bench.idCardReader.plug();
        bench.idCardReader.faults().clear();
        bench.idCardReader.lift();
        bench.socialCardReader.remove();
        bench.qrScanner.plug();
        bench.qrScanner.faults().clear();
        bench.qrScanner.takeAway();
        bench.faceCamera.plug();
        bench.faceCamera.showNobody();
        bench.faceCamera.dark(false);
        bench.faceCamera.freeze(false);
        bench.receiptPrinter.mendAll();
        bench.documentPrinter.mendAll();
        bench.paper.take(name -> PrintedPaper.isReceipt(name) || PrintedPaper.isDocument(name));
        hands.onIdReader(null);
        hands.inSocialReader(null);
    }

    private void residents(ObjectNode all) {
        ArrayNode list = all.putArray("residents");
        try {
            for (Resident each : bench.residents.all()) {
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

    private void idCardReader(ObjectNode device) {
        device.put("plugged", bench.idCardReader.plugged());
        device.put("port", bench.idCardReader.port());
        device.put("state", bench.idCardReader.state().name());
        device.put("resident", hands.onIdReader());
        device.put("mute", bench.idCardReader.faults().isMute());
    }

    private void socialCardReader(ObjectNode device) {
        Status status = bench.socialCardReader.status();
        device.put("status", status.name());
        device.put("card", status == Status.NO_CARD ? null : hands.inSocialReader());
        device.put("readerIsThere", bench.socialCardReader.readerIsThere());
    }

    private void qrScanner(ObjectNode device) {
        device.put("plugged", bench.qrScanner.plugged());
        device.put("port", bench.qrScanner.port());
        device.put("armed", bench.qrScanner.isArmed());
        device.put("holding", bench.qrScanner.isHolding());
        device.put("reads", bench.qrScanner.reads());
        device.put("mute", bench.qrScanner.faults().isMute());
    }

    private void faceCamera(ObjectNode device) {
        device.put("plugged", bench.faceCamera.plugged());
        device.put("port", bench.faceCamera.port());
        device.put("resident", bench.faceCamera.shown().orElse(null));
        device.put("dark", bench.faceCamera.isDark());
        device.put("frozen", bench.faceCamera.isFrozen());
    }

    private void receiptPrinter(ObjectNode device) {
        device.put("plugged", bench.receiptPrinter.plugged());
        device.put("port", bench.receiptPrinter.port());
        device.put("paper", bench.receiptPrinter.paper().name());
        device.put("coverOpen", bench.receiptPrinter.isCoverOpen());
        device.put("cutterJammed", bench.receiptPrinter.isCutterJammed());
        device.put("mute", bench.receiptPrinter.isMute());
        device.put("bytesWaiting", bench.receiptPrinter.bytesWaiting());
        put(device, "outlet", bench.paper.inOutlet(PrintedPaper::isReceipt));
        put(device, "papers", bench.paper.newest(PrintedPaper::isReceipt));
    }

    private void documentPrinter(ObjectNode device) {
        device.put("plugged", bench.documentPrinter.plugged());
        device.put("port", bench.documentPrinter.port());
        device.put("uri", bench.documentPrinter.uri());
        device.put("stopped", bench.documentPrinter.isStopped());
        device.put("stuck", bench.documentPrinter.isStuck());
        device.put("mute", bench.documentPrinter.isMute());
        device.put("jobs", bench.documentPrinter.unfinishedJobs());
        put(device, "reasons", bench.documentPrinter.reasons());
        put(device, "outlet", bench.paper.inOutlet(PrintedPaper::isDocument));
        put(device, "papers", bench.paper.newest(PrintedPaper::isDocument));
    }

    private static void put(ObjectNode device, String name, List<String> values) {
        ArrayNode array = device.putArray(name);
        values.forEach(array::add);
    }
}
