package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.ReceiptPrinterEmulator;
import io.changbai.device.emulators.ReceiptPrinterEmulator.Paper;
import io.changbai.device.emulators.model.ReceiptPrinterModel;
import io.changbai.device.emulators.model.ReceiptPrinterModel.Flow;
import io.changbai.device.emulators.model.ReceiptPrinterModel.Outlet;
import io.changbai.device.emulators.model.ReceiptPrinterModel.Rom;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The receipt printer on the bench. */
final class ReceiptPrinterOnBench implements BenchDevice {
    /** A real printer's 200 mm/s: paper that takes its time is what screens must live with. */
    private static final int DOTS_PER_SECOND = 1_600;

    private static final String USUAL = "wide";
    /** 80 mm with a sensing presenter, without presenter, as Zebra TTP; 58 mm; other ROMs; a buffer that says XOFF. */
    private static final Map<String, ReceiptPrinterModel> MODELS = new TreeMap<>(Map.of(
            "wide", ReceiptPrinterModel.WIDE,
            "plain", ReceiptPrinterModel.WIDE.with(Outlet.PLAIN),
            "ttp", ReceiptPrinterModel.WIDE.with(Outlet.TTP),
            "gb2312", ReceiptPrinterModel.WIDE.with(Rom.GB2312),
            "gb18030", ReceiptPrinterModel.WIDE.with(Rom.GB18030),
            "small-buffer", ReceiptPrinterModel.WIDE.with(Flow.STOPS_READING, 4096),
            "xon-xoff", ReceiptPrinterModel.WIDE.with(Flow.XON_XOFF, 4096),
            "narrow", ReceiptPrinterModel.NARROW));

    private final ReceiptPrinterEmulator printer;
    private final PrintedPaper paper;
    private volatile String model = USUAL;

    ReceiptPrinterOnBench(int port, Path output, PrintedPaper paper) {
        this.printer = new ReceiptPrinterEmulator(port, output);
        this.paper = paper;
    }

    @Override
    public String id() {
        return "receipt-printer";
    }

    @Override
    public AutoCloseable start() {
        AutoCloseable running = printer.start();
        printer.speed(DOTS_PER_SECOND);
        return running;
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(id(), "take", "Take the paper", body -> take());
        table.add(
                id(),
                "paper",
                "Paper",
                body -> printer.paper(paper(body.text("level"))),
                Parameter.choice("level", "ok", "low", "out"));
        table.add(
                id(),
                "paper-out-after",
                "Paper ends after",
                this::paperOutAfter,
                Parameter.number("lines").optional(),
                Parameter.number("bytes").optional());
        table.add(id(), "cover", "Cover open", body -> printer.cover(body.flag("open")), Parameter.flag("open"));
        table.add(id(), "cutter", "Cutter jam", this::cutter, Parameter.flag("jammed"));
        table.add(id(), "head", "Head hot", body -> printer.headHot(body.flag("hot")), Parameter.flag("hot"));
        table.add(id(), "mute", "Mute", body -> printer.mute(body.flag("on")), Parameter.flag("on"));
        table.add(
                id(),
                "lose-process-ids",
                "Lose the next confirmations",
                body -> printer.loseProcessIds(body.number("count")),
                Parameter.number("count"));
        addWires(table);
        addOutlet(table);
        table.add(id(), "power-cycle", "Off and on again", body -> printer.powerCycle());
        table.cable(id(), printer::unplug, printer::plug);
    }

    private void addWires(ActionTable table) {
        table.add(
                id(),
                "offline",
                "Offline without a reason",
                body -> printer.offline(body.flag("on")),
                Parameter.flag("on"));
        table.add(id(), "break-down", "Break down until switched off", body -> printer.breakDown());
        table.add(
                id(),
                "late",
                "Answer late (ms)",
                body -> printer.answerLate(Duration.ofMillis(body.number("millis"))),
                Parameter.number("millis"));
        table.add(
                id(),
                "garble",
                "Garble the next answers",
                body -> printer.garble(body.number("count")),
                Parameter.number("count"));
        table.add(
                id(),
                "stop-reading",
                "Take no bytes",
                body -> printer.stopReading(body.flag("on")),
                Parameter.flag("on"));
        table.add(
                id(),
                "baud",
                "Line speed (0: any)",
                body -> printer.baud(body.number("bits")),
                Parameter.number("bits"));
    }

    private void addOutlet(ActionTable table) {
        table.add(
                id(),
                "retract",
                "Retract jammed",
                body -> printer.jamRetract(body.flag("jammed")),
                Parameter.flag("jammed"));
        table.add(id(), "cutter-at-next-cut", "Cutter jams at the next cut", body -> printer.jamCutterAtNextCut());
        table.add(
                id(),
                "exchange",
                "Another printer",
                body -> exchange(body.text("model")),
                Parameter.choice("model", MODELS.keySet().toArray(new String[0])));
    }

    private void exchange(String next) throws BadRequest {
        if (!MODELS.containsKey(next)) {
            throw new BadRequest("The model is one of " + String.join(", ", MODELS.keySet()) + ".");
        }
        model = next;
        printer.exchange(MODELS.get(next));
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", printer.plugged());
        device.put("port", printer.port());
        device.put("paper", printer.paper().name());
        device.put("coverOpen", printer.isCoverOpen());
        device.put("cutterJammed", printer.isCutterJammed());
        device.put("mute", printer.isMute());
        device.put("model", model);
        device.put("reading", printer.isReading());
        device.put("ticketInOutlet", printer.hasTicketInOutlet());
        device.put("retracted", printer.retracted());
        device.put("bytesWaiting", printer.bytesWaiting());
        paper.describe(device, PrintedPaper::isReceipt);
    }

    @Override
    public void reset() {
        if (!model.equals(USUAL)) {
            model = USUAL;
            printer.exchange(MODELS.get(USUAL));
        }
        printer.baud(0);
        printer.mendAll();
        paper.take(PrintedPaper::isReceipt);
    }

    private void take() {
        printer.take();
        paper.take(PrintedPaper::isReceipt);
    }

    private void paperOutAfter(Body body) throws BadRequest {
        if (body.has("bytes")) {
            printer.paperOutAfterBytes(body.number("bytes"));
        } else {
            printer.paperOutAfterLines(body.number("lines"));
        }
    }

    private void cutter(Body body) throws BadRequest {
        if (body.flag("jammed")) {
            printer.jamCutter();
        } else {
            printer.mendCutter();
        }
    }

    private static Paper paper(String level) throws BadRequest {
        return Stream.of(Paper.values())
                .filter(each -> each.name().equals(level.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRequest("The paper's level is ok, low or out."));
    }
}
