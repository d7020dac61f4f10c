package io.changbai.receipt.printer.internal;

import io.changbai.device.api.Capability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.print.PaperOutlet;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.link.Channels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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

    static final String ID = "receipt-printer";

    private final PrinterProfile profile;
    private final PrinterGreeting greeting;
    private final SlipOutlet slips;
    private final StatusBoard board;
    private final Connection<PrinterLine> connection;
    private final PrinterKeeper keeper;
    private final DeviceThread thread;
    private final PaperOutlet outlet = new Outlet();

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
                description =
                        "Whether fonts are opened while nobody prints: 11 MB more resident, 0.1 s less for the first rare name.")
        boolean prepares_fonts() default false;

        @AttributeDefinition(
                min = "100",
                max = "60000",
                description = "Milliseconds between looks at the idle printer.")
        int poll_millis() default 2000;

        @AttributeDefinition(
                description = "Whether whole receipts are sent as pictures: one typeface, many times the bytes.")
        boolean all_as_picture() default false;

        @AttributeDefinition(description = "Whether the printer tells of changes by itself (automatic status, GS a).")
        boolean automatic_status() default false;

        @AttributeDefinition(description = "Whether the printer says its model, firmware and serial number (GS I).")
        boolean identifies() default true;

        @AttributeDefinition(
                description = "Who stops us when the printer's buffer is full: the line, or XOFF in its answers.")
        FlowControl flow() default FlowControl.LINE;

        @AttributeDefinition(description = "What holds a receipt after the cut; NONE lets it hang or fall out.")
        Presenter presenter() default Presenter.NONE;

        @AttributeDefinition(description = "Whether the outlet notices that a receipt was taken (CUSTOM only).")
        boolean taken_sensor() default true;

        @AttributeDefinition(description = "Whether the presenter can draw a receipt back into a bin.")
        boolean retracts() default false;

        @AttributeDefinition(
                min = "1",
                max = "255",
                description = "How far a receipt is presented, in the maker's steps.")
        int present_steps() default 12;

        @AttributeDefinition(
                min = "0",
                max = "3600",
                description =
                        "Seconds a receipt may lie in the outlet after its visit; then it is drawn back, or an attendant called. 0: for ever.")
        int outlet_seconds() default 60;

        @AttributeDefinition(min = "0", max = "1000", description = "Receipts the bin holds; 0 when nobody counts.")
        int bin_holds() default 0;

        @AttributeDefinition(
                min = "50",
                max = "5000",
                description = "Milliseconds the printer may take for one answer.")
        int answer_millis() default 1500;

        @AttributeDefinition(
                min = "1",
                max = "120",
                description = "Seconds a receipt may take after its last byte was sent.")
        int job_seconds() default 20;
    }

    @Activate
    public EscPosReceiptPrinter(Config config, @Reference Channels channels) {
        this(config.channel(), profile(config), channels, Clock.systemUTC(), new SteadyClock());
    }

    /** @param steady for deadlines and back-off; wall clocks are set */
    EscPosReceiptPrinter(String uri, PrinterProfile profile, Channels channels, Clock clock, Clock steady) {
        this.profile = profile;
        this.board = new StatusBoard(clock, 1);
        this.slips = new SlipOutlet(profile.outlet(), profile.answer(), steady);
        Residue residue = new Residue(profile);
        this.greeting = new PrinterGreeting(channels, uri, profile, residue);
        this.connection = new Connection<>(ID, uri, PrinterReport.NO_DEVICE, board, steady, greeting);
        this.keeper = new PrinterKeeper(profile, greeting, residue, connection, slips, board, steady);
        this.thread = new DeviceThread(ID, keeper::look).start();
    }

    private static PrinterProfile profile(Config config) {
        PaperFormat paper = new PaperFormat(
                config.width_dots(),
                config.rom_charset(),
                config.native_qr(),
                config.all_as_picture(),
                config.full_cut(),
                Stream.of(config.fonts()).map(Path::of).toList());
        OutletRules outlet = new OutletRules(
                config.presenter(),
                config.taken_sensor(),
                config.retracts(),
                config.present_steps(),
                Duration.ofSeconds(config.outlet_seconds()),
                config.bin_holds());
        return new PrinterProfile(
                paper,
                outlet,
                config.flow(),
                config.process_id(),
                config.automatic_status(),
                config.identifies(),
                config.prepares_fonts(),
                Duration.ofMillis(config.poll_millis()),
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
    public DeviceInformation information() {
        return greeting.information();
    }

    @Override
    public Set<Capability> capabilities() {
        return profile.capabilities();
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return board.onStatus(listener);
    }

    @Override
    public int columns() {
        return profile.paper().columns();
    }

    @Override
    public PaperOutlet outlet() {
        return outlet;
    }

    @Override
    public DeviceCommand<PrintResult> print(PrintJob job, List<ReceiptPart> parts) {
        List<ReceiptPart> kept = List.copyOf(parts);
        return thread.submit(new NotPrinted(Reason.CANCELLED), cancellation -> keeper.print(job, kept, cancellation));
    }

    @Deactivate
    void close() {
        thread.close();
        connection.close();
    }

    /** The outlet as the door shows it; its commands stand in the device's one queue. */
    private final class Outlet implements PaperOutlet {
        @Override
        public State state() {
            return slips.state();
        }

        @Override
        public Subscription onEvent(Consumer<Event> listener) {
            return slips.onEvent(listener);
        }

        @Override
        public DeviceCommand<Retraction> retract() {
            return thread.submit(Retraction.FAILED, cancellation -> keeper.retract());
        }
    }
}
