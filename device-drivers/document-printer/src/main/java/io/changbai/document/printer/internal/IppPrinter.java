package io.changbai.document.printer.internal;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IntType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.KeywordType;
import com.hp.jipp.encoding.NameType;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Media;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrintColorMode;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Sides;
import com.hp.jipp.model.Types;
import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.print.PageSetup;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kotlin.ranges.IntRange;

/** A printer in IPP's words: what it says of itself, and its jobs. */
final class IppPrinter {

    static final IntType.Set MARKER_LEVELS = new IntType.Set("marker-levels");
    static final NameType.Set MARKER_NAMES = new NameType.Set("marker-names");
    static final KeywordType.Set MARKER_TYPES = new KeywordType.Set("marker-types");

    /** The same for everybody: printers show it on their panel and keep it in their logs. */
    static final String USER = "changbai-terminal";

    private static final String PDF = "application/pdf";
    private static final byte[] NOTHING = {};
    private static final int FIRST_ERROR = 0x0100;
    private static final int LONGEST_NAME = 80;
    private static final Duration UPLOAD = Duration.ofSeconds(20);

    private final URI uri;
    private final IppTransport transport;
    private final Duration patience;
    private int requests;
    private volatile DeviceInformation information = DeviceInformation.UNKNOWN;

    /** @param patience for each answer but the one to a document */
    IppPrinter(URI uri, Duration patience, PrinterTrust trust) {
        this.uri = uri;
        this.transport = new IppTransport(uri, trust);
        this.patience = patience;
    }

    /** What the printer called itself when it was described last. */
    DeviceInformation information() {
        return information;
    }

    PrinterAnswer describe() throws IOException {
        IppPacket answer = ask(
                Operation.getPrinterAttributes,
                List.of(Types.requestedAttributes.of(List.of(
                        "printer-state",
                        "printer-state-reasons",
                        "printer-is-accepting-jobs",
                        "document-format-supported",
                        "marker-names",
                        "marker-types",
                        "marker-levels",
                        "printer-input-tray",
                        "printer-make-and-model",
                        "printer-firmware-string-version",
                        "sides-supported",
                        "copies-supported",
                        "printer-impressions-completed"))));
        if (answer.getCode() >= FIRST_ERROR) {
            throw new IOException("the printer does not describe itself: " + answer.getStatus());
        }
        AttributeGroup group = group(answer, Tag.printerAttributes)
                .orElseThrow(() -> new IOException("the printer says nothing of itself"));
        try {
            information = information(group);
            return answer(group);
        } catch (RuntimeException malformed) { // jipp makes values of attributes only when they are asked for
            throw new IOException("malformed printer attributes", malformed);
        }
    }

    static PrinterAnswer answer(AttributeGroup group) {
        PrinterState state = group.getValue(Types.printerState);
        Boolean accepting = group.getValue(Types.printerIsAcceptingJobs);
        List<String> formats = group.getStrings(Types.documentFormatSupported);
        return new PrinterAnswer(
                state != null && state.getCode() == PrinterState.Code.stopped,
                accepting == null || accepting,
                formats.isEmpty() || formats.contains(PDF) || formats.contains("application/octet-stream"),
                group.getStrings(Types.printerStateReasons),
                group.getStrings(MARKER_NAMES),
                group.getStrings(MARKER_TYPES),
                group.getValues(MARKER_LEVELS),
                group.getValues(Types.printerInputTray).stream()
                        .map(KeyValues::combine)
                        .toList(),
                paper(group));
    }

    private static PaperHandling paper(AttributeGroup group) {
        IntRange copies = group.getValue(Types.copiesSupported);
        // PWG 5100.22; printers without it count in no attribute that is agreed on
        Integer counter = group.getValue(Types.printerImpressionsCompleted);
        return new PaperHandling(
                group.getStrings(Types.sidesSupported).contains(Sides.twoSidedLongEdge),
                copies == null ? 1 : copies.getLast(),
                counter == null || counter < 0 ? OptionalInt.empty() : OptionalInt.of(counter));
    }

    private static DeviceInformation information(AttributeGroup group) {
        String model = group.getString(Types.printerMakeAndModel);
        List<String> firmware = group.getStrings(Types.printerFirmwareStringVersion);
        return new DeviceInformation(said(model), firmware.isEmpty() ? "" : said(firmware.get(0)), "");
    }

    /** At most a line of what could stand on a label. */
    private static String said(String text) {
        String plain = text == null ? "" : text.replaceAll("[^\\p{L}\\p{N} ._()/+-]", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).strip();
    }

    /**
     * Sends a document.
     *
     * @return the job's id, or empty when the printer refused it
     * @throws java.net.ConnectException the document has certainly not arrived
     * @throws IOException it may have arrived
     */
    OptionalInt print(String jobName, byte[] pdf, PageSetup setup) throws IOException {
        IppPacket request = request(Operation.printJob)
                .putOperationAttributes(
                        Types.requestingUserName.of(USER), Types.jobName.of(jobName), Types.documentFormat.of(PDF))
                .putJobAttributes(
                        Types.media.of(Media.isoA4_210x297mm),
                        Types.sides.of(setup.bothSides() ? Sides.twoSidedLongEdge : Sides.oneSided),
                        Types.copies.of(setup.copies()),
                        Types.printColorMode.of(PrintColorMode.monochrome))
                .build();
        IppPacket answer = transport.ask(request, pdf, patience.plus(UPLOAD));
        if (answer.getCode() >= FIRST_ERROR) {
            return OptionalInt.empty();
        }
        Integer id = group(answer, Tag.jobAttributes)
                .map(job -> job.getValue(Types.jobId))
                .orElse(null);
        if (id == null) {
            throw new IOException("the printer took a document and named no job");
        }
        return OptionalInt.of(id);
    }

    /** What the printer says of a job; empty when it does not know it (any more). */
    Optional<JobAnswer> job(int id) throws IOException {
        IppPacket answer = ask(
                Operation.getJobAttributes,
                List.of(
                        Types.jobId.of(id),
                        Types.requestingUserName.of(USER),
                        Types.requestedAttributes.of(
                                List.of("job-state", "job-state-reasons", "job-impressions-completed"))));
        return group(answer, Tag.jobAttributes).flatMap(IppPrinter::job);
    }

    static Optional<JobAnswer> job(AttributeGroup group) {
        JobState state = group.getValue(Types.jobState);
        Integer impressions = group.getValue(Types.jobImpressionsCompleted);
        return Optional.ofNullable(state)
                .map(s -> new JobAnswer(
                        s.getCode(),
                        group.getStrings(Types.jobStateReasons),
                        impressions == null || impressions < 0 ? OptionalInt.empty() : OptionalInt.of(impressions)));
    }

    /** Asks the printer to drop a job; whether it did is seen in the job's state. */
    void cancel(int id) throws IOException {
        ask(Operation.cancelJob, List.of(Types.jobId.of(id), Types.requestingUserName.of(USER)));
    }

    /** Jobs of this terminal that have not ended. */
    List<Integer> waiting() throws IOException {
        IppPacket answer = ask(
                Operation.getJobs,
                List.of(
                        Types.requestingUserName.of(USER),
                        Types.whichJobs.of("not-completed"),
                        Types.requestedAttributes.of(List.of("job-id", "job-originating-user-name", "job-state"))));
        return answer.getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(Tag.jobAttributes))
                .filter(group -> USER.equals(group.getString(Types.jobOriginatingUserName)))
                .map(group -> group.getValue(Types.jobId))
                .filter(id -> id != null)
                .toList();
    }

    private IppPacket ask(Operation operation, List<Attribute<?>> attributes) throws IOException {
        IppPacket request =
                request(operation).putOperationAttributes(attributes).build();
        return transport.ask(request, NOTHING, patience);
    }

    private IppPacket.Builder request(Operation operation) {
        return new IppPacket.Builder(operation)
                .setVersionNumber(0x0200)
                .setRequestId(++requests)
                .putOperationAttributes(Types.printerUri.of(uri));
    }

    private static Optional<AttributeGroup> group(IppPacket packet, Tag tag) {
        return Optional.ofNullable(packet.get(tag));
    }
}
