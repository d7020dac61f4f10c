package io.changbai.document.printer.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.api.print.PageSetup;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A4 printers that speak IPP: a CUPS queue of the terminal, or IPP Everywhere. Jobs of this terminal that are still at
 * the printer when nobody waits for them are cancelled before anything else is printed.
 */
@Component(
        service = {Device.class, DocumentPrinter.class},
        configurationPid = "changbai.document-printer",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = IppDocumentPrinter.Config.class)
public final class IppDocumentPrinter implements DocumentPrinter {

    private static final String ID = "document-printer";
    private static final List<Supply> NOTHING_KNOWN = List.of(Supply.of("a4-paper", Supply.Level.UNKNOWN));
    private static final Logger LOG = LoggerFactory.getLogger(IppDocumentPrinter.class);

    private final IppPrinter printer;
    private final PrinterTimes times;
    private final StatusBoard board;
    private final DeviceThread thread;
    private volatile Set<Capability> capabilities = Set.of();

    // Only the device's thread touches what follows.
    private boolean toBeCleared = true; // what a process that was killed may have left behind
    private boolean saidDown;

    @ObjectClassDefinition(name = "Changbai document printer", description = "An A4 printer that speaks IPP.")
    @interface Config {
        @AttributeDefinition(
                description = "Printer or queue: ipp://localhost:631/printers/<queue>, ipp://host/ipp/print.")
        String printer_uri();

        @AttributeDefinition(
                description =
                        "For ipps: a PEM file with the printer's certificate or its authority's, relative to the data"
                                + " directory; empty for the authorities every Java trusts.")
        String trust_pem() default "";

        @AttributeDefinition(min = "1", max = "3600", description = "Seconds between looks at the idle printer.")
        int poll_seconds() default 15;

        @AttributeDefinition(min = "100", max = "10000", description = "Milliseconds between looks at a job.")
        int job_poll_millis() default 1000;

        @AttributeDefinition(
                min = "500",
                max = "30000",
                description = "Milliseconds the printer may take for an answer.")
        int answer_millis() default 5000;

        @AttributeDefinition(
                min = "1",
                max = "600",
                description = "Seconds a job may take, the seconds for its pages aside.")
        int job_seconds() default 20;

        @AttributeDefinition(min = "1", max = "120", description = "Seconds each page of a job may take.")
        int page_seconds() default 6;
    }

    @Activate
    public IppDocumentPrinter(BundleContext context, Config config) {
        this(
                URI.create(config.printer_uri()),
                PrinterTrust.of(context.getProperty("changbai.data"), config.trust_pem()),
                new PrinterTimes(
                        Duration.ofSeconds(config.poll_seconds()),
                        Duration.ofMillis(config.job_poll_millis()),
                        Duration.ofMillis(config.answer_millis()),
                        Duration.ofSeconds(config.job_seconds()),
                        Duration.ofSeconds(config.page_seconds())),
                Clock.systemUTC());
    }

    IppDocumentPrinter(URI uri, PrinterTrust trust, PrinterTimes times, Clock clock) {
        this.printer = new IppPrinter(uri, times.answer(), trust);
        this.times = times;
        this.board = new StatusBoard(clock, 1);
        this.thread = new DeviceThread(ID, this::look).start();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DOCUMENT_PRINTER;
    }

    @Override
    public DeviceStatus status() {
        return board.status();
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public DeviceInformation information() {
        return printer.information();
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public DeviceCommand<PrintResult> print(PrintJob job, byte[] pdf, int pages, PageSetup setup) {
        if (pages < 1) {
            throw new IllegalArgumentException("a document has at least one page");
        }
        byte[] kept = pdf.clone();
        return thread.submit(
                new NotPrinted(Reason.CANCELLED), cancellation -> print(job, kept, pages, setup, cancellation));
    }

    @Deactivate
    void close() {
        thread.close();
    }

    private PrintResult print(PrintJob job, byte[] pdf, int pages, PageSetup setup, Cancellation cancellation) {
        if (toBeCleared) {
            look();
            if (toBeCleared) {
                return new NotPrinted(Reason.NO_DEVICE);
            }
        }
        board.look(Availability.BUSY, board.status().faults(), board.status().supplies());
        DocumentRun run = new DocumentRun(printer, times, job, pages, setup, cancellation);
        PrintResult result = run.run(pdf);
        toBeCleared = run.leavesJobBehind();
        lookEvenWhenEnding();
        return result;
    }

    /** What was begun is also taken back when this thread is to end. */
    private void lookEvenWhenEnding() {
        boolean toEnd = Thread.interrupted();
        look();
        if (toEnd) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration look() {
        try {
            clear();
            PrinterAnswer answer = printer.describe();
            answered();
            capabilities = answer.paper().capabilities();
            board.look(answer.availability(), answer.faults(), answer.supplies());
            return toBeCleared ? times.jobPoll() : times.idlePoll();
        } catch (IOException e) {
            lost(e);
            return times.idlePoll().compareTo(Duration.ofSeconds(3)) < 0 ? times.idlePoll() : Duration.ofSeconds(3);
        }
    }

    /** Cancels what this terminal has at the printer, until nothing is left. */
    private void clear() throws IOException {
        if (!toBeCleared) {
            return;
        }
        List<Integer> waiting = printer.waiting();
        for (int id : waiting) {
            LOG.warn("a job that nobody waits for is cancelled at the document printer");
            printer.cancel(id);
        }
        toBeCleared = !waiting.isEmpty() && !printer.waiting().isEmpty();
    }

    private void answered() {
        if (saidDown) {
            saidDown = false;
            LOG.info("the document printer answers again");
        }
    }

    private void lost(IOException why) {
        if (Thread.currentThread().isInterrupted()) {
            return; // it is we who end
        }
        if (!saidDown) {
            saidDown = true;
            LOG.warn("the document printer is away: {}", why.toString());
        }
        board.look(Availability.NO_DEVICE, List.of(StateReason.NO_DEVICE), NOTHING_KNOWN);
    }
}
