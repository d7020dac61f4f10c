package io.changbai.device.emulators.internal.ipp;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers IPP requests for one printer. */
public final class IppResponder {
    private static final List<String> GROUPS = List.of("all", "printer-description", "job-description", "job-template");

    private final PrintQueue queue;
    private final String uri;

    public IppResponder(PrintQueue queue, String uri) {
        this.queue = queue;
        this.uri = uri;
    }

    /** The answer's bytes; {@link MalformedIpp} when the request is none. */
    public byte[] answer(byte[] message) throws MalformedIpp {
        IppRequest request = IppRequest.parse(message);
        if (request.version() >> 8 != 1 && request.version() >> 8 != 2) {
            return status(request, IppCode.VERSION_NOT_SUPPORTED);
        }
        List<String> names = request.names();
        boolean addressed = names.size() >= 3
                && (names.get(2).equals("printer-uri") || names.get(2).equals("job-uri"));
        boolean ordered = addressed
                && request.id() > 0
                && names.get(0).equals("attributes-charset")
                && names.get(1).equals("attributes-natural-language");
        if (!ordered) {
            return status(request, IppCode.BAD_REQUEST);
        }
        Optional<Operation> operation = Operation.of(request.operation());
        return operation.isEmpty()
                ? status(request, IppCode.OPERATION_NOT_SUPPORTED)
                : perform(operation.get(), request);
    }

    private byte[] perform(Operation operation, IppRequest request) {
        return switch (operation) {
            case PRINT_JOB -> printJob(request);
            case VALIDATE_JOB -> status(request, refusal(request));
            case CREATE_JOB -> createJob(request);
            case SEND_DOCUMENT -> sendDocument(request);
            case CANCEL_JOB -> cancelJob(request);
            case GET_JOB_ATTRIBUTES -> jobAttributes(request);
            case GET_JOBS -> jobs(request);
            case GET_PRINTER_ATTRIBUTES -> printerAttributes(request);
        };
    }

    private byte[] printJob(IppRequest request) {
        int refusal = refusal(request);
        if (refusal != IppCode.OK) {
            return status(request, refusal);
        }
        if (!PdfPages.looksLikePdf(request.document())) {
            return status(request, IppCode.FORMAT_NOT_SUPPORTED);
        }
        PrintJob job = create(request);
        queue.submit(job, request.document());
        return jobAnswer(request, job);
    }

    private byte[] createJob(IppRequest request) {
        return queue.isRefusing() ? status(request, IppCode.NOT_ACCEPTING_JOBS) : jobAnswer(request, create(request));
    }

    private byte[] sendDocument(IppRequest request) {
        Optional<PrintJob> job = jobOf(request);
        if (job.isEmpty()) {
            return status(request, IppCode.NOT_FOUND);
        }
        if (!request.names().contains("last-document")) {
            return status(request, IppCode.BAD_REQUEST);
        }
        if (job.get().isFinished() || job.get().document != null || !request.flag("last-document")) {
            return status(request, IppCode.NOT_POSSIBLE);
        }
        if (refusal(request) != IppCode.OK || !PdfPages.looksLikePdf(request.document())) {
            return status(request, IppCode.FORMAT_NOT_SUPPORTED);
        }
        queue.submit(job.get(), request.document());
        return jobAnswer(request, job.get());
    }

    private byte[] cancelJob(IppRequest request) {
        Optional<PrintJob> job = jobOf(request);
        if (job.isEmpty()) {
            return status(request, IppCode.NOT_FOUND);
        }
        return status(request, queue.cancel(job.get()) ? IppCode.OK : IppCode.NOT_POSSIBLE);
    }

    private byte[] jobAttributes(IppRequest request) {
        return jobOf(request).map(job -> jobAnswer(request, job)).orElseGet(() -> status(request, IppCode.NOT_FOUND));
    }

    private byte[] jobs(IppRequest request) {
        boolean finished =
                request.text("which-jobs").filter("completed"::equals).isPresent();
        IppAnswer answer = new IppAnswer(IppCode.OK, request).only(wanted(request, "job-id", "job-uri"));
        queue.jobs(finished).forEach(job -> JobAttributes.write(answer.group(IppTag.JOB), job, queue, uri));
        return answer.bytes();
    }

    private byte[] printerAttributes(IppRequest request) {
        IppAnswer answer =
                new IppAnswer(IppCode.OK, request).only(wanted(request)).group(IppTag.PRINTER);
        PrinterAttributes.write(answer, queue, uri);
        return answer.bytes();
    }

    private int refusal(IppRequest request) {
        if (queue.isRefusing()) {
            return IppCode.NOT_ACCEPTING_JOBS;
        }
        boolean known = request.text("document-format")
                .map(PrinterAttributes.FORMATS::contains)
                .orElse(true);
        return known ? IppCode.OK : IppCode.FORMAT_NOT_SUPPORTED;
    }

    private PrintJob create(IppRequest request) {
        int copies = Math.max(1, Math.min(9, request.number("copies").orElse(1)));
        String user = request.text("requesting-user-name").orElse("anonymous");
        return queue.create(request.text("job-name").orElse("Untitled"), user, copies);
    }

    private Optional<PrintJob> jobOf(IppRequest request) {
        Optional<Integer> id = request.number("job-id");
        return id.isPresent() ? queue.job(id.get()) : request.text("job-uri").flatMap(this::jobAt);
    }

    private Optional<PrintJob> jobAt(String jobUri) {
        String last = jobUri.substring(jobUri.lastIndexOf('/') + 1);
        return last.matches("\\d{1,9}") ? queue.job(Integer.parseInt(last)) : Optional.empty();
    }

    private byte[] jobAnswer(IppRequest request, PrintJob job) {
        IppAnswer answer =
                new IppAnswer(IppCode.OK, request).only(wanted(request)).group(IppTag.JOB);
        JobAttributes.write(answer, job, queue, uri);
        return answer.bytes();
    }

    /** Which attributes the host wants: those it names, or all when it names a group of them or none. */
    private static Predicate<String> wanted(IppRequest request, String... otherwise) {
        List<String> named = request.texts("requested-attributes");
        List<String> asked = named.isEmpty() ? List.of(otherwise) : named;
        boolean all = asked.isEmpty() || GROUPS.stream().anyMatch(asked::contains);
        return name -> all || asked.contains(name);
    }

    private static byte[] status(IppRequest request, int code) {
        return new IppAnswer(code, request).bytes();
    }
}
