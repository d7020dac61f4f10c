package io.changbai.receipt.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.print.PaperOutlet.Event;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.VisitToken;
import io.changbai.device.emulators.PrintedReceipt;
import io.changbai.device.emulators.ReceiptPrinterEmulator;
import io.changbai.device.emulators.model.ReceiptPrinterModel;
import io.changbai.device.link.internal.UriChannels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** An emulated printer, the driver at its cable, and what both were seen to do. */
final class PrinterOnBench implements AutoCloseable {

    static final Path SLIPS = Path.of("target", "slips");

    final ReceiptPrinterEmulator emulator;
    final List<DeviceStatus> statuses = new CopyOnWriteArrayList<>();
    final List<Event> events = new CopyOnWriteArrayList<>();
    EscPosReceiptPrinter printer;

    PrinterOnBench(ReceiptPrinterModel model, PrinterProfile profile) throws Exception {
        emulator = new ReceiptPrinterEmulator(0, SLIPS, model).start();
        connect(profile);
    }

    /** A driver like after a restart of the terminal. */
    void connect(PrinterProfile profile) throws Exception {
        if (printer != null) {
            printer.close();
        }
        printer = new EscPosReceiptPrinter(
                "tcp://127.0.0.1:" + emulator.port(), profile, new UriChannels(), Clock.systemUTC(), new SteadyClock());
        printer.onStatus(statuses::add);
        printer.outlet().onEvent(events::add);
        DeviceContract.awaitStatus(printer, status -> status.availability() != Availability.UNKNOWN);
    }

    PrintResult print(VisitToken visit, ReceiptPart... parts) throws Exception {
        return DeviceContract.end(printer.print(new PrintJob(visit, "job"), List.of(parts)));
    }

    PrintResult print(List<ReceiptPart> parts) throws Exception {
        return DeviceContract.end(printer.print(new PrintJob(VisitToken.begin("v"), "job"), parts));
    }

    DeviceStatus awaitFault(String code) throws Exception {
        return DeviceContract.awaitStatus(
                printer,
                status ->
                        status.faults().stream().anyMatch(fault -> fault.code().equals(code)));
    }

    void awaitWell() throws Exception {
        DeviceContract.awaitStatus(
                printer, status -> status.canServe() && status.faults().isEmpty());
    }

    /** How often a fault appeared in a status after one without it. */
    long raised(String code) {
        List<Boolean> shown = new ArrayList<>(List.of(false));
        statuses.forEach(status -> shown.add(
                status.faults().stream().anyMatch(fault -> fault.code().equals(code))));
        return IntStream.range(1, shown.size())
                .filter(i -> shown.get(i) && !shown.get(i - 1))
                .count();
    }

    List<String> slips() {
        return emulator.printed().stream().map(PrintedReceipt::words).toList();
    }

    static void await(BooleanSupplier what) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    static List<ReceiptPart> lines(int count) {
        return IntStream.range(0, count)
                .<ReceiptPart>mapToObj(i -> ReceiptPart.line("line " + i + " " + "社".repeat(15)))
                .toList();
    }

    @Override
    public void close() {
        printer.close();
        emulator.close();
    }
}
