package io.changbai.document.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.changbai.device.api.print.PageSetup;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes against a socket that answers what the test tells it. */
class IppPrinterTest {

    private static final String OK = "0200" // version 2.0
            + "0000" // successful-ok
            + "00000001" // request id
            + "01" // operation attributes
            + "47" + "0012" + hex("attributes-charset") + "0005" + hex("utf-8")
            + "48" + "001b" + hex("attributes-natural-language") + "0002" + hex("en");
    private static final String END = "03";

    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile byte[] answer = {};
    private volatile byte[] asked = {};
    private volatile boolean silent;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/ipp/print", exchange -> {
            asked = exchange.getRequestBody().readAllBytes();
            if (silent) {
                await(released);
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aDocumentFollowsTheAttributesOfAPrintJob() throws IOException {
        answer = bytes(OK
                + "02" // job attributes
                + "21" + "0006" + hex("job-id") + "0004" + "00000007"
                + END);
        assertThat(printer().print("job-17", "%PDF-".getBytes(StandardCharsets.US_ASCII), PageSetup.PLAIN))
                .isEqualTo(OptionalInt.of(7));
        String request = HexFormat.of().formatHex(asked);
        assertThat(request)
                .startsWith("0200" + "0002" + "00000001" // IPP 2.0, Print-Job, request 1
                        + "01"
                        + "47" + "0012" + hex("attributes-charset") + "0005" + hex("utf-8")
                        + "48" + "001b" + hex("attributes-natural-language"))
                .contains("42" + "0014" + hex("requesting-user-name") + "0011" + hex("changbai-terminal"))
                .contains("42" + "0008" + hex("job-name") + "0006" + hex("job-17"))
                .contains("49" + "000f" + hex("document-format") + "000f" + hex("application/pdf"))
                .contains("44" + "0005" + hex("media") + "0010" + hex("iso_a4_210x297mm"))
                .contains("44" + "0005" + hex("sides") + "0009" + hex("one-sided"))
                .contains("21" + "0006" + hex("copies") + "0004" + "00000001")
                .contains("44" + "0010" + hex("print-color-mode") + "000a" + hex("monochrome"))
                .endsWith(END + hex("%PDF-"));
        int charset = request.indexOf(hex("attributes-charset"));
        int uri = request.indexOf("45" + "000b" + hex("printer-uri"));
        assertThat(uri).isGreaterThan(charset).isLessThan(request.indexOf(hex("requesting-user-name")));
    }

    @Test
    void aRefusalIsNoJob() throws IOException {
        answer = bytes("0200" + "0506" + "00000001" + END); // server-error-not-accepting-jobs
        assertThat(printer().print("job", new byte[0], PageSetup.PLAIN)).isEmpty();
    }

    @Test
    void readsStateReasonsAndLevels() throws IOException {
        answer = bytes(OK
                + "04" // printer attributes
                + "23" + "000d" + hex("printer-state") + "0004" + "00000005" // stopped
                + "44" + "0015" + hex("printer-state-reasons") + "0011" + hex("media-empty-error")
                + "44" + "0000" + "0011" + hex("toner-low-warning") // one more value
                + "22" + "0019" + hex("printer-is-accepting-jobs") + "0001" + "01"
                + "21" + "000d" + hex("marker-levels") + "0004" + "fffffffd" // -3: unknown, not empty
                + END);
        PrinterAnswer said = printer().describe();
        assertThat(said.stopped()).isTrue();
        assertThat(said.accepting()).isTrue();
        assertThat(said.reasons()).containsExactly("media-empty-error", "toner-low-warning");
        assertThat(said.markerLevels()).containsExactly(-3);
    }

    @Test
    void readsAJobWhoseImpressionsAreNotCounted() throws IOException {
        answer = bytes(OK
                + "02"
                + "23" + "0009" + hex("job-state") + "0004" + "00000008" // aborted
                + "12" + "0019" + hex("job-impressions-completed") + "0000" // unknown
                + END);
        JobAnswer job = printer().job(7).orElseThrow();
        assertThat(job.isAborted()).isTrue();
        assertThat(job.hasNoPage()).isFalse();
    }

    @Test
    void cancelsOnlyItsOwnJobs() throws IOException {
        answer = bytes(OK
                + "02" + "21" + "0006" + hex("job-id") + "0004" + "00000001"
                + "42" + "0019" + hex("job-originating-user-name") + "0005" + hex("other")
                + "02" + "21" + "0006" + hex("job-id") + "0004" + "00000002"
                + "42" + "0019" + hex("job-originating-user-name") + "0011" + hex("changbai-terminal")
                + END);
        assertThat(printer().waiting()).isEqualTo(List.of(2));
    }

    @Test
    void garbageTruncationAndOversizeAreNotAnAnswer() {
        for (byte[] bad : List.of(
                new byte[0],
                bytes("ffffffffffffffffffffff"),
                bytes(OK.substring(0, 60)),
                bytes("0200" + "0000" + "00000001" + "01" + "47" + "ffff" + "00"), // a name of −1 bytes
                new byte[2 << 20])) {
            answer = bad;
            assertThatThrownBy(() -> printer().describe()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void silenceEndsWithTheCallersPatience() {
        silent = true;
        assertThatThrownBy(() -> printer().describe()).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void nobodyListeningIsToldFromNoAnswer() {
        IppPrinter printer = printer();
        server.stop(0);
        assertThatThrownBy(() -> printer.print("job", new byte[0], PageSetup.PLAIN))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void anAddressThatIsNotIppIsAClearError() {
        assertThatThrownBy(() ->
                        new IppPrinter(URI.create("http://localhost/ipp"), Duration.ofSeconds(1), PrinterTrust.PUBLIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ipp://host");
    }

    private IppPrinter printer() {
        return new IppPrinter(
                URI.create("ipp://127.0.0.1:" + server.getAddress().getPort() + "/ipp/print"),
                Duration.ofMillis(700),
                PrinterTrust.PUBLIC);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
