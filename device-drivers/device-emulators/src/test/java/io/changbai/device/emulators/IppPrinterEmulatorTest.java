package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IppPrinterEmulatorTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int PRINT_JOB = 0x0002;
    private static final int CREATE_JOB = 0x0005;
    private static final int SEND_DOCUMENT = 0x0006;
    private static final int CANCEL_JOB = 0x0008;
    private static final int GET_JOB = 0x0009;
    private static final int GET_JOBS = 0x000A;
    private static final int GET_PRINTER = 0x000B;
    private static final byte[] TWO_PAGES =
            "%PDF-1.4\n1 0 obj<</Type/Pages/Count 2>>\n2 0 obj<</Type/Page>>\n3 0 obj<</Type /Page >>"
                    .getBytes(US_ASCII);

    @TempDir
    private Path output;

    private final HttpClient http = HttpClient.newHttpClient();
    private IppPrinterEmulator printer;

    @BeforeEach
    void start() {
        printer = new IppPrinterEmulator(0, output).start();
    }

    @AfterEach
    void stop() {
        printer.close();
    }

    @Test
    void refusesWhatIsNoIpp() throws Exception {
        assertThat(post(new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
        byte[] cutShort = {2, 0, 0, 0x0B, 0, 0, 0, 1, 0x01, 0x47, 0x00, 0x7F};
        assertThat(post(cutShort).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesWrongVersionsOperationsAndOrder() throws Exception {
        byte[] request = request(GET_PRINTER, attribute(0x45, "printer-uri", printer.uri()));
        request[0] = 9;
        assertThat(status(post(request).body())).isEqualTo(0x0503);
        assertThat(status(ask(0x0077))).isEqualTo(0x0501);
        byte[] unordered = {2, 0, 0, 0x0B, 0, 0, 0, 1, 0x01, 0x03};
        assertThat(status(post(unordered).body())).isEqualTo(0x0400);
    }

    @Test
    void describesAHealthyPrinter() throws Exception {
        byte[] answer = ask(GET_PRINTER);
        assertThat(status(answer)).isZero();
        assertThat(ByteBuffer.wrap(answer).getInt(4)).isEqualTo(7); // the request's id
        assertThat(number(answer, "printer-state")).isEqualTo(3);
        assertThat(text(answer, "printer-state-reasons")).isEqualTo("none");
        assertThat(new String(answer, UTF_8)).contains("application/pdf", "iso_a4_210x297mm", "marker-levels");
    }

    @Test
    void printsAPdfAndTellsHowManyPagesCameOut() throws Exception {
        byte[] answer = print(TWO_PAGES);
        assertThat(status(answer)).isZero();
        assertThat(printer.awaitPrinted(1, SOON)).isTrue();
        byte[] job = job(number(answer, "job-id"));
        assertThat(number(job, "job-state")).isEqualTo(9);
        assertThat(text(job, "job-state-reasons")).isEqualTo("job-completed-successfully");
        assertThat(number(job, "job-impressions-completed")).isEqualTo(2);
        assertThat(Files.readAllBytes(output.resolve("document-0001.pdf"))).isEqualTo(TWO_PAGES);
        assertThat(printer.hasPaperInOutlet()).isTrue();
    }

    @Test
    void printsAJobWhoseDocumentComesSeparately() throws Exception {
        int id = number(ask(CREATE_JOB), "job-id");
        byte[] sent = post(request(
                        SEND_DOCUMENT,
                        attribute(0x45, "printer-uri", printer.uri()),
                        attribute(0x21, "job-id", id),
                        attribute(0x22, "last-document", true),
                        new byte[] {0x03},
                        TWO_PAGES))
                .body();
        assertThat(status(sent)).isZero();
        assertThat(printer.awaitPrinted(1, SOON)).isTrue();
    }

    @Test
    void refusesADocumentThatIsNoPdf() throws Exception {
        assertThat(status(print("hello".getBytes(US_ASCII)))).isEqualTo(0x040A);
    }

    @Test
    void stopsWithAnErrorAndGoesOnWhenMended() throws Exception {
        printer.stop("media-empty");
        assertThat(number(ask(GET_PRINTER), "printer-state")).isEqualTo(5);
        assertThat(text(ask(GET_PRINTER), "printer-state-reasons")).isEqualTo("media-empty-error");
        int id = number(print(TWO_PAGES), "job-id");
        awaitReason(id, "printer-stopped");
        assertThat(printer.printed()).isEmpty();
        printer.mend();
        assertThat(printer.awaitPrinted(1, SOON)).isTrue();
    }

    @Test
    void stopsInTheMiddleOfAJobAndKeepsCountOfWhatCameOut() throws Exception {
        printer.stopAfterPages(1, "media-jam");
        int id = number(print(TWO_PAGES), "job-id");
        awaitReason(id, "printer-stopped");
        assertThat(number(job(id), "job-state")).isEqualTo(6);
        assertThat(number(job(id), "job-impressions-completed")).isEqualTo(1);
        assertThat(status(cancel(id))).isZero();
        assertThat(number(job(id), "job-state")).isEqualTo(7);
        printer.mend();
        print(TWO_PAGES);
        assertThat(printer.awaitPrinted(1, SOON)).isTrue();
        assertThat(printer.printed()).hasSize(1);
    }

    @Test
    void refusesToCancelWhatIsFinishedOrUnknown() throws Exception {
        int id = number(print(TWO_PAGES), "job-id");
        assertThat(printer.awaitPrinted(1, SOON)).isTrue();
        assertThat(status(cancel(id))).isEqualTo(0x0404);
        assertThat(status(cancel(99))).isEqualTo(0x0406);
    }

    @Test
    void abortsHangsAndRefusesWhenAsked() throws Exception {
        printer.abortNext(1);
        int aborted = number(print(TWO_PAGES), "job-id");
        awaitReason(aborted, "aborted-by-system");
        printer.stuck(true);
        int stuck = number(print(TWO_PAGES), "job-id");
        awaitReason(stuck, "job-printing");
        assertThat(new String(ask(GET_JOBS), UTF_8)).contains("/ipp/print/" + stuck);
        printer.refuseJobs(true);
        assertThat(status(print(TWO_PAGES))).isEqualTo(0x0506);
    }

    @Test
    void saysNothingWhenMuteAndRefusesConnectionsWhenUnplugged() throws Exception {
        printer.mute(true);
        assertThatThrownBy(() -> ask(GET_PRINTER, Duration.ofMillis(200))).isInstanceOf(HttpTimeoutException.class);
        printer.mute(false);
        printer.unplug();
        assertThatThrownBy(() -> ask(GET_PRINTER)).isInstanceOf(ConnectException.class);
        printer.plug();
        assertThat(status(ask(GET_PRINTER))).isZero();
    }

    private void awaitReason(int job, String reason) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!text(job(job), "job-state-reasons").equals(reason)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private byte[] print(byte[] document) throws Exception {
        byte[] uri = attribute(0x45, "printer-uri", printer.uri());
        return post(request(PRINT_JOB, uri, new byte[] {0x03}, document)).body();
    }

    private byte[] job(int id) throws Exception {
        return post(request(GET_JOB, attribute(0x45, "printer-uri", printer.uri()), attribute(0x21, "job-id", id)))
                .body();
    }

    private byte[] cancel(int id) throws Exception {
        return post(request(CANCEL_JOB, attribute(0x45, "job-uri", printer.uri() + "/" + id)))
                .body();
    }

    private byte[] ask(int operation) throws Exception {
        return ask(operation, SOON);
    }

    private byte[] ask(int operation, Duration patience) throws Exception {
        return post(request(operation, attribute(0x45, "printer-uri", printer.uri())), patience)
                .body();
    }

    private HttpResponse<byte[]> post(byte[] message) throws Exception {
        return post(message, SOON);
    }

    private HttpResponse<byte[]> post(byte[] message, Duration patience) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + printer.port() + "/ipp/print"))
                .timeout(patience)
                .header("Content-Type", "application/ipp")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Version 2.0, operation, request id 7, operation group, charset, language, then the parts; 03 if not among them. */
    private static byte[] request(int operation, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {2, 0, (byte) (operation >> 8), (byte) operation, 0, 0, 0, 7, 0x01});
        out.writeBytes(attribute(0x47, "attributes-charset", "utf-8"));
        out.writeBytes(attribute(0x48, "attributes-natural-language", "en"));
        boolean ended = false;
        for (byte[] part : parts) {
            out.writeBytes(part);
            ended |= part.length == 1 && part[0] == 0x03;
        }
        if (!ended) {
            out.write(0x03);
        }
        return out.toByteArray();
    }

    private static byte[] attribute(int tag, String name, Object value) {
        byte[] bytes = value instanceof Integer number
                ? ByteBuffer.allocate(4).putInt(number).array()
                : value instanceof Boolean flag
                        ? new byte[] {(byte) (flag ? 1 : 0)}
                        : value.toString().getBytes(UTF_8);
        ByteBuffer out = ByteBuffer.allocate(5 + name.length() + bytes.length).put((byte) tag);
        out.putShort((short) name.length()).put(name.getBytes(UTF_8));
        return out.putShort((short) bytes.length).put(bytes).array();
    }

    private static int status(byte[] answer) {
        return ByteBuffer.wrap(answer).getShort(2);
    }

    private static int number(byte[] answer, String name) {
        return ByteBuffer.wrap(answer).getInt(valueAt(answer, name));
    }

    private static String text(byte[] answer, String name) {
        int at = valueAt(answer, name);
        return new String(answer, at, ByteBuffer.wrap(answer).getShort(at - 2), UTF_8);
    }

    /** Where the first value of an attribute begins: after its name and two bytes of length. */
    private static int valueAt(byte[] answer, String name) {
        String all = new String(answer, ISO_8859_1);
        int at = all.indexOf((char) 0 + String.valueOf((char) name.length()) + name);
        assertThat(at).as(name).isPositive();
        return at + 2 + name.length() + 2;
    }
}
