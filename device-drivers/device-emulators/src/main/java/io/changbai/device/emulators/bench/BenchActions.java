package io.changbai.device.emulators.bench;

import io.changbai.device.emulators.BankCardChip;
import io.changbai.device.emulators.MuteCard;
import io.changbai.device.emulators.ReceiptPrinterEmulator.Paper;
import io.changbai.device.emulators.SmartCard;
import io.changbai.device.emulators.SocialCardChip;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything hands can do at the bench: one line per device and action. */
final class BenchActions {
    /** One thing a hand does. */
    @FunctionalInterface
    private interface Action {
        void perform(Body body) throws BadRequest;
    }

    private final Bench bench;
    private final BenchHands hands;
    private final Map<String, Action> actions = new TreeMap<>();

    BenchActions(Bench bench, BenchHands hands) {
        this.bench = bench;
        this.hands = hands;
        cards();
        scannerAndCamera();
        receiptPrinter();
        documentPrinter();
        cables();
    }

    void perform(String device, String action, Body body) throws BadRequest {
        Action found = actions.get(device + "/" + action);
        if (found == null) {
            throw new BadRequest("The bench cannot do " + action + " with " + device + "; it can do: "
                    + String.join(", ", actions.keySet()) + ".");
        }
        found.perform(body);
    }

    private void cards() {
        var reader = bench.idCardReader;
        actions.put("id-card-reader/present", body -> {
            Resident resident = bench.residents.find(body.text("resident"));
            reader.present(resident.idCard());
            hands.onIdReader(resident.key());
        });
        actions.put("id-card-reader/lift", body -> {
            reader.lift();
            hands.onIdReader(null);
        });
        actions.put("id-card-reader/mute", body -> reader.faults().mute(body.flag("on")));
        actions.put("id-card-reader/fault", this::idReaderFault);
        actions.put("social-card-reader/insert", this::insert);
        actions.put("social-card-reader/remove", body -> {
            bench.socialCardReader.remove();
            hands.inSocialReader(null);
        });
    }

    private void scannerAndCamera() {
        actions.put("qr-scanner/hold", this::hold);
        actions.put("qr-scanner/take-away", body -> bench.qrScanner.takeAway());
        actions.put("qr-scanner/mute", body -> bench.qrScanner.faults().mute(body.flag("on")));
        actions.put("face-camera/show", body -> {
            if (body.has("resident")) {
                bench.faceCamera.show(
                        bench.residents.find(body.text("resident")).key());
            } else {
                bench.faceCamera.showNobody();
            }
        });
        actions.put("face-camera/dark", body -> bench.faceCamera.dark(body.flag("on")));
        actions.put("face-camera/freeze", body -> bench.faceCamera.freeze(body.flag("on")));
    }

    private void receiptPrinter() {
        var printer = bench.receiptPrinter;
        actions.put("receipt-printer/paper", body -> printer.paper(paper(body.text("level"))));
        actions.put("receipt-printer/paper-out-after", body -> {
            if (body.has("bytes")) {
                printer.paperOutAfterBytes(body.number("bytes"));
            } else {
                printer.paperOutAfterLines(body.number("lines"));
            }
        });
        actions.put("receipt-printer/cover", body -> printer.cover(body.flag("open")));
        actions.put("receipt-printer/cutter", body -> {
            if (body.flag("jammed")) {
                printer.jamCutter();
            } else {
                printer.mendCutter();
            }
        });
        actions.put("receipt-printer/head", body -> printer.headHot(body.flag("hot")));
        actions.put("receipt-printer/mute", body -> printer.mute(body.flag("on")));
        actions.put("receipt-printer/lose-process-ids", body -> printer.loseProcessIds(body.number("count")));
        actions.put("receipt-printer/power-cycle", body -> printer.powerCycle());
        actions.put("receipt-printer/take", body -> {
            printer.take();
            bench.paper.take(PrintedPaper::isReceipt);
        });
    }

    private void documentPrinter() {
        var printer = bench.documentPrinter;
        actions.put("document-printer/state", body -> {
            printer.mend();
            if (body.has("stop")) {
                printer.stop(body.text("stop"));
            } else if (body.has("warn")) {
                printer.warn(body.text("warn"));
            } else if (!body.has("ok")) {
                throw new BadRequest("The body needs \"stop\" or \"warn\" with a reason, or \"ok\": true.");
            }
        });
        actions.put(
                "document-printer/stop-after",
                body -> printer.stopAfterPages(body.number("pages"), body.text("reason")));
        actions.put("document-printer/stuck", body -> printer.stuck(body.flag("on")));
        actions.put("document-printer/refuse", body -> printer.refuseJobs(body.flag("on")));
        actions.put("document-printer/abort", body -> printer.abortNext(body.number("jobs", 1)));
        actions.put("document-printer/mute", body -> printer.mute(body.flag("on")));
        actions.put("document-printer/take", body -> {
            printer.take();
            bench.paper.take(PrintedPaper::isDocument);
        });
    }

    private void cables() {
        cable("id-card-reader", bench.idCardReader::unplug, bench.idCardReader::plug);
        cable("qr-scanner", bench.qrScanner::unplug, bench.qrScanner::plug);
        cable("face-camera", bench.faceCamera::unplug, bench.faceCamera::plug);
        cable("receipt-printer", bench.receiptPrinter::unplug, bench.receiptPrinter::plug);
        cable("document-printer", bench.documentPrinter::unplug, bench.documentPrinter::plug);
    }

    private void cable(String device, Runnable unplug, Runnable plug) {
        actions.put(device + "/unplug", body -> unplug.run());
        actions.put(device + "/plug", body -> plug.run());
    }

    private void idReaderFault(Body body) throws BadRequest {
        var faults = bench.idCardReader.faults();
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

    private void insert(Body body) throws BadRequest {
        String what = body.has("card") ? body.text("card") : body.text("resident");
        SmartCard card = body.has("card") ? otherCard(what) : socialCard(what);
        bench.socialCardReader.insertAndPullAfter(card, body.number("pullAfter", -1));
        hands.inSocialReader(what);
    }

    private static SmartCard otherCard(String what) throws BadRequest {
        return switch (what) {
            case "bank" -> new BankCardChip();
            case "mute" -> new MuteCard();
            default -> throw new BadRequest("The other cards are bank and mute.");
        };
    }

    private SmartCard socialCard(String key) throws BadRequest {
        Resident resident = bench.residents.find(key);
        if (!resident.hasSocialCard()) {
            throw new BadRequest("Resident " + key + " has no social security card.");
        }
        return new SocialCardChip(resident.socialCard());
    }

    private void hold(Body body) throws BadRequest {
        String code = body.has("text")
                ? body.text("text")
                : bench.residents.find(body.text("resident")).eCardCode();
        bench.qrScanner.hold(code);
    }

    private static Paper paper(String level) throws BadRequest {
        return Stream.of(Paper.values())
                .filter(each -> each.name().equals(level.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRequest("The paper's level is ok, low or out."));
    }
}
