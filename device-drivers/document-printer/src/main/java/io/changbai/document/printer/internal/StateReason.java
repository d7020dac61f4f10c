package io.changbai.document.printer.internal;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.print.PrintResult.Reason;
import java.util.Map;
import java.util.Optional;

/**
 * One of a printer's state reasons: a keyword and how bad it is. RFC 8011 §5.4.12: {@code -report}, {@code -warning} or
 * {@code -error} behind it; without any it is an error.
 */
record StateReason(Meaning meaning, Severity severity, String keyword) {

    static final DeviceFault NO_DEVICE =
            fault("DPR-NO-DEVICE", Severity.FAULT, Mender.TECHNICIAN, "No document printer answers.");
    static final DeviceFault NO_PDF = fault(
            "DPR-NO-PDF", Severity.FAULT, Mender.TECHNICIAN, "The printer does not take PDF; print through CUPS.");
    static final DeviceFault STOPPED =
            fault("DPR-STOPPED", Severity.FAULT, Mender.ATTENDANT, "The printer has stopped and does not say why.");
    static final DeviceFault NOT_ACCEPTING =
            fault("DPR-NOT-ACCEPTING", Severity.FAULT, Mender.TECHNICIAN, "The print queue takes no jobs.");

    /** What the keywords come to; several keywords mean one thing to whoever mends it. */
    enum Meaning {
        PAPER_OUT("DPR-PAPER-OUT", Mender.ATTENDANT, Reason.PAPER_OUT, "The A4 paper is used up."),
        PAPER_LOW("DPR-PAPER-LOW", Mender.ATTENDANT, null, "The A4 paper is nearly used up."),
        JAMMED("DPR-JAMMED", Mender.ATTENDANT, Reason.JAMMED, "A sheet is jammed in the document printer."),
        COVER_OPEN("DPR-COVER-OPEN", Mender.ATTENDANT, Reason.COVER_OPEN, "The document printer is open."),
        TRAY("DPR-TRAY-MISSING", Mender.ATTENDANT, Reason.DEVICE_ERROR, "A tray of the document printer is missing."),
        OUTPUT_FULL("DPR-OUTPUT-FULL", Mender.ATTENDANT, Reason.DEVICE_ERROR, "The printer's outlet is full."),
        OUTPUT_NEARLY("DPR-OUTPUT-NEARLY-FULL", Mender.ATTENDANT, null, "The printer's outlet is nearly full."),
        TONER_OUT("DPR-TONER-OUT", Mender.ATTENDANT, Reason.OUT_OF_TONER, "The toner is used up."),
        TONER_LOW("DPR-TONER-LOW", Mender.ATTENDANT, null, "The toner is nearly used up."),
        WASTE_FULL("DPR-WASTE-FULL", Mender.TECHNICIAN, Reason.DEVICE_ERROR, "The waste toner box is full."),
        WASTE_NEARLY("DPR-WASTE-NEARLY-FULL", Mender.TECHNICIAN, null, "The waste toner box is nearly full."),
        WORN("DPR-WORN", Mender.TECHNICIAN, null, "A part of the document printer is worn."),
        WORN_OUT("DPR-WORN-OUT", Mender.TECHNICIAN, Reason.DEVICE_ERROR, "A part of the document printer is worn out."),
        FUSER("DPR-FUSER", Mender.SELF_CLEARING, Reason.DEVICE_ERROR, "The fuser is not at its temperature."),
        PAUSED("DPR-PAUSED", Mender.TECHNICIAN, Reason.DEVICE_ERROR, "Somebody has paused the document printer."),
        AWAY("DPR-NO-DEVICE", Mender.TECHNICIAN, Reason.NO_DEVICE, "The print queue does not reach its printer."),
        FULL_SPOOL("DPR-SPOOL-FULL", Mender.TECHNICIAN, Reason.DEVICE_ERROR, "The printer has no room for jobs."),
        OTHER("DPR-OTHER", Mender.TECHNICIAN, Reason.DEVICE_ERROR, "The document printer reports");

        private final String code;
        private final Mender mender;
        private final Reason result;
        private final String text;

        Meaning(String code, Mender mender, Reason result, String text) {
            this.code = code;
            this.mender = mender;
            this.result = result;
            this.text = text;
        }

        boolean blocks() {
            return result != null;
        }

        Reason result() {
            return result;
        }
    }

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("media-empty", Meaning.PAPER_OUT),
            Map.entry("media-needed", Meaning.PAPER_OUT),
            Map.entry("media-low", Meaning.PAPER_LOW),
            Map.entry("media-jam", Meaning.JAMMED),
            Map.entry("cover-open", Meaning.COVER_OPEN),
            Map.entry("door-open", Meaning.COVER_OPEN),
            Map.entry("interlock-open", Meaning.COVER_OPEN),
            Map.entry("input-tray-missing", Meaning.TRAY),
            Map.entry("output-tray-missing", Meaning.TRAY),
            Map.entry("output-area-full", Meaning.OUTPUT_FULL),
            Map.entry("output-area-almost-full", Meaning.OUTPUT_NEARLY),
            Map.entry("toner-empty", Meaning.TONER_OUT),
            Map.entry("marker-supply-empty", Meaning.TONER_OUT),
            Map.entry("developer-empty", Meaning.TONER_OUT),
            Map.entry("toner-low", Meaning.TONER_LOW),
            Map.entry("marker-supply-low", Meaning.TONER_LOW),
            Map.entry("developer-low", Meaning.TONER_LOW),
            Map.entry("marker-waste-full", Meaning.WASTE_FULL),
            Map.entry("marker-waste-almost-full", Meaning.WASTE_NEARLY),
            Map.entry("opc-near-eol", Meaning.WORN),
            Map.entry("opc-life-over", Meaning.WORN_OUT),
            Map.entry("fuser-over-temp", Meaning.FUSER),
            Map.entry("fuser-under-temp", Meaning.FUSER),
            Map.entry("paused", Meaning.PAUSED),
            Map.entry("moving-to-paused", Meaning.PAUSED),
            Map.entry("shutdown", Meaning.PAUSED),
            Map.entry("offline", Meaning.AWAY),
            Map.entry("timed-out", Meaning.AWAY),
            Map.entry("spool-area-full", Meaning.FULL_SPOOL));

    /** Reads a reason; empty for {@code none} and for what CUPS says of itself while all is well. */
    static Optional<StateReason> of(String reason) {
        Severity severity = Severity.FAULT;
        String keyword = reason;
        if (reason.endsWith("-report")) {
            severity = Severity.INFO;
            keyword = reason.substring(0, reason.length() - "-report".length());
        } else if (reason.endsWith("-warning")) {
            severity = Severity.WARNING;
            keyword = reason.substring(0, reason.length() - "-warning".length());
        } else if (reason.endsWith("-error")) {
            keyword = reason.substring(0, reason.length() - "-error".length());
        }
        if (keyword.equals("none") || keyword.startsWith("cups-") || keyword.equals("connecting-to-device")) {
            return Optional.empty();
        }
        return Optional.of(new StateReason(MEANINGS.getOrDefault(keyword, Meaning.OTHER), severity, keyword));
    }

    boolean isError() {
        return severity == Severity.FAULT;
    }

    DeviceFault fault() {
        String text = meaning == Meaning.OTHER ? meaning.text + " " + printable() + "." : meaning.text;
        return fault(meaning.code, severity, meaning.mender, text);
    }

    private String printable() {
        String kept = keyword.replaceAll("[^A-Za-z0-9-]", "");
        return kept.substring(0, Math.min(kept.length(), 60));
    }

    private static DeviceFault fault(String code, Severity severity, Mender mender, String text) {
        return new DeviceFault(code, severity, mender, text);
    }
}
