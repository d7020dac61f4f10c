package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.IppPrinterEmulator;
import java.nio.file.Path;
import java.time.Duration;

/** The A4 printer on the bench: the emulator's own IPP responder, and the spool of ippeveprinter where that one prints. */
final class DocumentPrinterOnBench implements BenchDevice {
    private static final Duration PAGE_TIME = Duration.ofMillis(500);

    private final IppPrinterEmulator printer;
    private final PrintedPaper paper;

    DocumentPrinterOnBench(int port, Path output, PrintedPaper paper) {
        this.printer = new IppPrinterEmulator(port, output);
        this.paper = paper;
    }

    @Override
    public String id() {
        return "document-printer";
    }

    @Override
    public AutoCloseable start() {
        AutoCloseable running = printer.start();
        printer.pageTime(PAGE_TIME);
        return running;
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(id(), "take", "Take the paper", body -> take());
        table.add(
                id(),
                "state",
                "Stop, warn or be well",
                this::state,
                Parameter.choice("stop", "media-empty", "media-jam", "cover-open", "toner-empty")
                        .optional(),
                Parameter.choice("warn", "media-low", "toner-low").optional(),
                Parameter.flag("ok").optional());
        table.add(
                id(),
                "stop-after",
                "Stop after pages",
                body -> printer.stopAfterPages(body.number("pages"), body.text("reason")),
                Parameter.number("pages"),
                Parameter.text("reason"));
        table.add(id(), "stuck", "Stuck", body -> printer.stuck(body.flag("on")), Parameter.flag("on"));
        table.add(id(), "refuse", "Refuse jobs", body -> printer.refuseJobs(body.flag("on")), Parameter.flag("on"));
        table.add(
                id(),
                "abort",
                "Abort the next jobs",
                body -> printer.abortNext(body.number("jobs", 1)),
                Parameter.number("jobs").optional());
        table.add(
                id(),
                "hide-counts",
                "Tell no page counts",
                body -> {
                    printer.hideImpressions(body.flag("on"));
                    printer.countLife(!body.flag("on"));
                },
                Parameter.flag("on"));
        table.add(id(), "mute", "Mute", body -> printer.mute(body.flag("on")), Parameter.flag("on"));
        table.cable(id(), printer::unplug, printer::plug);
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", printer.plugged());
        device.put("port", printer.port());
        device.put("uri", printer.uri());
        device.put("stopped", printer.isStopped());
        device.put("stuck", printer.isStuck());
        device.put("mute", printer.isMute());
        device.put("jobs", printer.unfinishedJobs());
        ArrayNode reasons = device.putArray("reasons");
        printer.reasons().forEach(reasons::add);
        paper.describe(device, PrintedPaper::isDocument);
    }

    @Override
    public void reset() {
        printer.mendAll();
        paper.take(PrintedPaper::isDocument);
    }

    private void take() {
        printer.take();
        paper.take(PrintedPaper::isDocument);
    }

    private void state(Body body) throws BadRequest {
        printer.mend();
        if (body.has("stop")) {
            printer.stop(body.text("stop"));
        } else if (body.has("warn")) {
            printer.warn(body.text("warn"));
        } else if (!body.has("ok")) {
            throw new BadRequest("The body needs \"stop\" or \"warn\" with a reason, or \"ok\": true.");
        }
    }
}
