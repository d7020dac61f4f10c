package io.changbai.device.emulators.internal.ipp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/** What the printer says about itself: one A4 tray, PDF, black on one side or both. */
final class PrinterAttributes {
    static final List<String> FORMATS = List.of("application/pdf", "application/octet-stream");
    private static final String A4 = "iso_a4_210x297mm";

    private PrinterAttributes() {}

    static void write(IppAnswer answer, PrintQueue queue, String uri) {
        identity(answer, uri);
        state(answer, queue);
        protocol(answer);
        media(answer);
        supplies(answer, queue);
    }

    private static void identity(IppAnswer answer, String uri) {
        answer.text(IppTag.URI, "printer-uri-supported", uri)
                .text(IppTag.KEYWORD, "uri-security-supported", uri.startsWith("ipps:") ? "tls" : "none")
                .text(IppTag.KEYWORD, "uri-authentication-supported", "none")
                .text(IppTag.NAME, "printer-name", "bench")
                .text(IppTag.TEXT, "printer-info", "Emulated A4 printer")
                .text(IppTag.TEXT, "printer-location", "bench")
                .text(IppTag.TEXT, "printer-make-and-model", "Changbai Emulated A4")
                .text(IppTag.URI, "printer-more-info", uri.replaceFirst("^ipp", "http"))
                .text(IppTag.URI, "printer-uuid", "urn:uuid:6d4c2f9e-89a0-4c55-9d3e-000000000089");
    }

    private static void state(IppAnswer answer, PrintQueue queue) {
        answer.number(IppTag.ENUM, "printer-state", queue.state())
                .texts(IppTag.KEYWORD, "printer-state-reasons", queue.reasons())
                .flag("printer-is-accepting-jobs", !queue.isRefusing())
                .number(IppTag.INTEGER, "queued-job-count", queue.unfinished())
                .number(IppTag.INTEGER, "printer-up-time", (int) queue.upSeconds());
        if (queue.countsLife()) {
            answer.number(IppTag.INTEGER, "printer-impressions-completed", queue.lifeCounter());
        }
    }

    private static void protocol(IppAnswer answer) {
        answer.text(IppTag.KEYWORD, "ipp-versions-supported", "1.1", "2.0")
                .number(
                        IppTag.ENUM,
                        "operations-supported",
                        Operation.all().stream().mapToInt(Operation::code).toArray())
                .text(IppTag.CHARSET, "charset-configured", "utf-8")
                .text(IppTag.CHARSET, "charset-supported", "utf-8")
                .text(IppTag.LANGUAGE, "natural-language-configured", "en")
                .text(IppTag.LANGUAGE, "generated-natural-language-supported", "en")
                .text(IppTag.MIME, "document-format-default", "application/pdf")
                .texts(IppTag.MIME, "document-format-supported", FORMATS)
                .text(IppTag.KEYWORD, "compression-supported", "none")
                .text(IppTag.KEYWORD, "pdl-override-supported", "attempted")
                .flag("multiple-document-jobs-supported", false)
                .number(IppTag.INTEGER, "multiple-operation-time-out", 60);
    }

    private static void media(IppAnswer answer) {
        answer.text(IppTag.KEYWORD, "media-default", A4)
                .text(IppTag.KEYWORD, "media-supported", A4)
                .text(IppTag.KEYWORD, "media-ready", A4)
                .text(IppTag.KEYWORD, "sides-default", "one-sided")
                .text(IppTag.KEYWORD, "sides-supported", "one-sided", "two-sided-long-edge")
                .text(IppTag.KEYWORD, "print-color-mode-default", "monochrome")
                .text(IppTag.KEYWORD, "print-color-mode-supported", "monochrome")
                .flag("color-supported", false)
                .number(IppTag.INTEGER, "copies-default", 1)
                .range("copies-supported", 1, 9)
                .resolution("printer-resolution-default", 600)
                .resolution("printer-resolution-supported", 600);
    }

    private static void supplies(IppAnswer answer, PrintQueue queue) {
        List<String> reasons = queue.reasons();
        int toner = reasons.contains("toner-empty-error") ? 0 : reasons.contains("toner-low-warning") ? 8 : 80;
        int sheets = reasons.contains("media-empty-error") ? 0 : reasons.contains("media-low-warning") ? 20 : 250;
        String tray = "type=sheetFeedAutoRemovableTray;mediafeed=297000;mediaxfeed=210000;maxcapacity=250;level="
                + sheets + ";status=0;name=tray-1;";
        answer.text(IppTag.NAME, "marker-names", "black")
                .text(IppTag.KEYWORD, "marker-types", "toner")
                .text(IppTag.NAME, "marker-colors", "#000000")
                .number(IppTag.INTEGER, "marker-levels", toner)
                .attribute(IppTag.OCTETS, "printer-input-tray", tray.getBytes(US_ASCII));
    }
}
