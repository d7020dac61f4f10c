package io.changbai.receipt.printer.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.PrintResult.Unknown;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.link.Channels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thermal printers that speak ESC/POS. Asks the printer every two seconds while idle; opens the channel again after the
 * cable was pulled. What a job left in the printer is cleared before anything else is sent, so that it is never printed
 * for the next resident.
 */
@Component(
        service = {io.changbai.device.api.Device.class, ReceiptPrinter.class},
        configurationPid = "changbai.receipt-printer",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EscPosReceiptPrinter.Config.class)
public final class EscPosReceiptPrinter implements ReceiptPrinter {

    private static final String ID = "receipt-printer";
    private static final int SILENT_LOOKS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(EscPosReceiptPrinter.class);

    private final Channels channels;
    private final String uri;
    private final PrinterProfile profile;
    private final ReceiptEncoder encoder;
    private final StatusBoard board;
    private final DeviceThread thread;

    // Only the device's thread touches what follows.
    private PrinterLine line;
    private boolean toBeCleared = true; // what a process that was killed may have left behind
    private boolean slipToBeCut;
    private boolean saidDown;
    private int silent;
    private int jobs;

    @ObjectClassDefinition(name = "Changbai receipt printer", description = "An ESC/POS thermal printer.")
    @interface Config {
        @AttributeDefinition(
                description = "Channel to the printer: serial:/dev/ttyUSB0?baud=115200 or tcp://host:port.")
        String channel();

        @AttributeDefinition(
                description = "Dots across the paper: 576 for 80 mm, 384 for 58 mm.",
                options = {@Option(label = "80 mm", value = "576"), @Option(label = "58 mm", value = "384")})
        int width_dots() default 576;

        @AttributeDefinition(
                description = "Chinese characters in the printer's ROM; lines with others are sent as pictures.")
        RomCharset rom_charset() default RomCharset.GBK;

        @AttributeDefinition(description = "Whether the printer draws QR codes itself; else they are sent as pictures.")
        boolean native_qr() default true;

        @AttributeDefinition(
                description = "Whether the printer answers process ids (GS ( H); without, printed is a guess.")
        boolean process_id() default true;

        @AttributeDefinition(description = "Whether the paper is cut through; else a bridge is left.")
        boolean full_cut() default false;

        @AttributeDefinition(description = "Font files for pictures of lines, in the order in which they are asked.")
        String[] fonts() default {
            "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
            "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"
        };

        @AttributeDefinition(
                min = "100",
                max = "60000",
                description = "Milliseconds between looks at the idle printer.")
        int poll_millis() default 2000;

        @AttributeDefinition(
                min = "100",
                max = "60000",
                description = "Milliseconds before the channel is opened again.")
        int retry_millis() default 3000;

        @AttributeDefinition(
                min = "50",
                max = "5000",
                description = "Milliseconds the printer may take for one answer.")
        int answer_millis() default 500;

        @AttributeDefinition(
                min = "1",
                max = "120",
                description = "Seconds a receipt may take after its last byte was sent.")
        int job_seconds() default 20;
    }

    @Activate
    public EscPosReceiptPrinter(Config config, @Reference Channels channels) {
        this(config.channel(), profile(config), channels, Clock.systemUTC());
    }

    EscPosReceiptPrinter(String uri, PrinterProfile profile, Channels channels, Clock clock) {
        this.uri = uri;
        this.profile = profile;
        this.channels = channels;
        this.encoder = new ReceiptEncoder(profile);
        this.board = new StatusBoard(clock, 1);
        this.thread = new DeviceThread(ID, this::look).start();
    }

    private static PrinterProfile profile(Config config) {
        return new PrinterProfile(
                config.width_dots(),
                config.rom_charset(),
                config.native_qr(),
                config.process_id(),
                config.full_cut(),
                Stream.of(config.fonts()).map(Path::of).toList(),
                Duration.ofMillis(config.poll_millis()),
                Duration.ofMillis(config.retry_millis()),
                Duration.ofMillis(config.answer_millis()),
                Duration.ofSeconds(config.job_seconds()));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
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
    public int columns() {
        return profile.columns();
    }

    @Override
    public DeviceCommand<PrintResult> print(PrintJob job, List<ReceiptPart> parts) {
        List<ReceiptPart> kept = List.copyOf(parts);
        return thread.submit(new NotPrinted(Reason.CANCELLED), cancellation -> print(job, kept, cancellation));
    }

    @Deactivate
    void close() {
        thread.close();
        hangUp();
    }

    private PrintResult print(PrintJob job, List<ReceiptPart> parts, Cancellation cancellation) {
        List<byte[]> chunks = encoder.encode(parts);
        if (toBeCleared) {
            look();
        }
        if (line == null && !open()) {
            return new NotPrinted(Reason.NO_DEVICE);
        }
        if (toBeCleared) {
            return new NotPrinted(Reason.NO_ANSWER);
        }
        board.look(Availability.BUSY, board.status().faults(), board.status().supplies());
        ReceiptRun run = new ReceiptRun(line, profile, job.visit(), cancellation);
        PrintResult result = run.run(chunks, ReceiptRun.id(++jobs));
        if (run.leavesBytesBehind(result)) {
            toBeCleared = true;
            slipToBeCut = true;
        }
        if (isGone(result)) {
            lost("the line broke during a receipt");
        } else {
            look();
        }
        return result;
    }

    private static boolean isGone(PrintResult result) {
        return result.match(
                pages -> false, not -> not.reason() == Reason.NO_DEVICE, (Unknown u) -> u.reason() == Reason.NO_DEVICE);
    }

    private Duration look() {
        if (line == null && !open()) {
            return profile.retry();
        }
        try {
            clear();
            line.ask(profile.answer()).ifPresentOrElse(this::answered, this::silence);
        } catch (IOException e) {
            lost(e.toString());
        }
        return line == null ? profile.retry() : profile.poll();
    }

    private void answered(PrinterState state) {
        silent = 0;
        toBeCleared = false;
        slipToBeCut = false;
        if (saidDown) {
            saidDown = false;
            LOG.info("the receipt printer answers again");
        }
        publish(PrinterReport.of(state));
    }

    private void silence() {
        silent++;
        if (silent >= SILENT_LOOKS) {
            lost("it gives no answer");
        }
    }

    private boolean open() {
        try {
            line = new PrinterLine(channels.open(uri));
            return true;
        } catch (IOException e) {
            lost(e.toString());
            return false;
        }
    }

    private void lost(String why) {
        hangUp();
        silent = 0;
        if (!saidDown) {
            saidDown = true;
            LOG.warn("the receipt printer is away: {}", why);
        }
        publish(PrinterReport.nothingAnswers());
    }

    /**
     * Empties the printer of a job that ended early. A slip that was begun is cut off, so that nothing of it hangs on
     * the next resident's receipt. Repeated until the printer has answered after it.
     */
    private void clear() throws IOException {
        if (!toBeCleared) {
            return;
        }
        line.send(EscPos.CLEAR_BUFFERS);
        line.send(EscPos.RECOVER_CLEARED);
        line.send(EscPos.INITIALISE);
        if (slipToBeCut) {
            line.send(profile.fullCut() ? EscPos.FULL_CUT : EscPos.PARTIAL_CUT);
        }
    }

    private void hangUp() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    private void publish(PrinterReport report) {
        board.look(report.availability(), report.faults(), report.supplies());
    }
}
