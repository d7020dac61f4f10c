package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.ReceiptPrinterEmulator;
import io.changbai.device.emulators.ReceiptPrinterEmulator.Paper;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The receipt printer on the bench. */
final class ReceiptPrinterOnBench implements BenchDevice {
    /** A real printer's 200 mm/s: paper that takes its time is what screens must live with. */
    private static final int DOTS_PER_SECOND = 1_600;

    private final ReceiptPrinterEmulator printer;
    private final PrintedPaper paper;

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
        table.add(id(), "power-cycle", "Off and on again", body -> printer.powerCycle());
        table.cable(id(), printer::unplug, printer::plug);
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", printer.plugged());
        device.put("port", printer.port());
        device.put("paper", printer.paper().name());
        device.put("coverOpen", printer.isCoverOpen());
        device.put("cutterJammed", printer.isCutterJammed());
        device.put("mute", printer.isMute());
        device.put("bytesWaiting", printer.bytesWaiting());
        paper.describe(device, PrintedPaper::isReceipt);
    }

    @Override
    public void reset() {
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
