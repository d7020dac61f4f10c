package io.changbai.device.emulators;

import com.sun.net.httpserver.HttpExchange;
import io.changbai.device.emulators.internal.ipp.IppResponder;
import io.changbai.device.emulators.internal.ipp.MalformedIpp;
import io.changbai.device.emulators.internal.ipp.PrintQueue;
import io.changbai.device.emulators.internal.wire.LoopbackHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * An A4 printer that speaks IPP 2.0 at {@code ipp://127.0.0.1:port/ipp/print}, takes PDF, and can stop, which
 * ippeveprinter never does by itself. Each job that came out whole is kept as {@code document-0001.pdf}.
 */
public final class IppPrinterEmulator implements AutoCloseable {
    private static final String PATH = "/ipp/print";
    private static final int LARGEST = 64 << 20;

    private final LoopbackHttp http;
    private final String scheme;
    private final Path output;
    private final PrintQueue queue = new PrintQueue(this::keep);
    private final List<PrintedDocument> printed = new ArrayList<>();
    private boolean mute;
    private boolean inOutlet;
    private int number;

    /** A printer that will listen on {@code port} (0: any free one) and keep its paper in {@code output}. */
    public IppPrinterEmulator(int port, Path output) {
        this.output = output;
        this.scheme = "ipp";
        http = new LoopbackHttp("document-printer", port, this::serve);
    }

    /** The same printer over TLS ({@code ipps}), with the certificate in {@code tls}. */
    public IppPrinterEmulator(int port, Path output, SSLContext tls) {
        this.output = output;
        this.scheme = "ipps";
        http = new LoopbackHttp("document-printer", port, this::serve, Optional.of(tls));
    }

    public IppPrinterEmulator start() {
        queue.start();
        http.plug();
        return this;
    }

    public int port() {
        return http.port();
    }

    public String uri() {
        return scheme + "://127.0.0.1:" + port() + PATH;
    }

    /** Stops it for a keyword such as media-empty, media-jam, cover-open, toner-empty or paused. */
    public void stop(String keyword) {
        queue.stop(keyword);
    }

    /** Stops it for {@code keyword} when so many more pages are out. */
    public void stopAfterPages(int pages, String keyword) {
        queue.stopAfterPages(pages, keyword);
    }

    /** Warns of something, such as media-low or toner-low, and goes on. */
    public void warn(String keyword) {
        queue.warn(keyword);
    }

    /** Nothing is wrong any more; whatever was begun goes on. */
    public void mend() {
        queue.mend();
    }

    /** How long a page takes; at once by default. */
    public void pageTime(Duration time) {
        queue.pageTime(time);
    }

    /** Jobs stay in processing and nothing comes out until this is off again. */
    public void stuck(boolean on) {
        queue.stuck(on);
    }

    /** It accepts no jobs (0506). */
    public void refuseJobs(boolean on) {
        queue.refuseJobs(on);
    }

    /** The next {@code jobs} end as aborted. */
    public void abortNext(int jobs) {
        queue.abortNext(jobs);
    }

    /** It does not tell how many pages came out, as simple printers do not. */
    public void hideImpressions(boolean on) {
        queue.hideImpressions(on);
    }

    /** Whether it has a page counter of its own; it does unless told otherwise. */
    public void countLife(boolean on) {
        queue.countLife(on);
    }

    public boolean isStopped() {
        return queue.isStopped();
    }

    public boolean isStuck() {
        return queue.isStuck();
    }

    /** The printer-state-reasons as a host reads them. */
    public List<String> reasons() {
        return queue.reasons();
    }

    /** Jobs that are waiting or printing. */
    public int unfinishedJobs() {
        return queue.unfinished();
    }

    /** It takes requests and answers none until this is off again. */
    public synchronized void mute(boolean on) {
        mute = on;
        notifyAll();
    }

    public synchronized boolean isMute() {
        return mute;
    }

    public synchronized void take() {
        inOutlet = false;
    }

    public synchronized boolean hasPaperInOutlet() {
        return inOutlet;
    }

    /** Every document that came out since the start, oldest first. */
    public synchronized List<PrintedDocument> printed() {
        return List.copyOf(printed);
    }

    /** Waits until so many documents have come out since the start; false when they were not in time. */
    public synchronized boolean awaitPrinted(int documents, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (printed.size() < documents) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Healthy again, no job waiting, nothing in the outlet. Documents already printed stay on record. */
    public void mendAll() {
        queue.dropAll();
        queue.mend();
        queue.stuck(false);
        queue.refuseJobs(false);
        queue.abortNext(0);
        queue.hideImpressions(false);
        queue.countLife(true);
        mute(false);
        take();
        http.plug();
    }

    public void unplug() {
        http.unplug();
    }

    public void plug() {
        http.plug();
    }

    public boolean plugged() {
        return http.plugged();
    }

    @Override
    public void close() {
        mute(false);
        http.close();
        queue.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] message = exchange.getRequestBody().readNBytes(LARGEST);
            awaitVoice();
            if (isForPrinter(exchange)) {
                answer(exchange, message);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            // Unplugged while mute: the host gets no answer at all.
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, byte[] message) throws IOException {
        try {
            byte[] answer = new IppResponder(queue, uri()).answer(message);
            exchange.getResponseHeaders().set("Content-Type", "application/ipp");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (MalformedIpp e) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    private static boolean isForPrinter(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().startsWith(PATH)
                && "application/ipp".equals(type);
    }

    private synchronized void awaitVoice() throws InterruptedException {
        while (mute) {
            wait();
        }
    }

    private void keep(byte[] document, int sheets) {
        try {
            Files.createDirectories(output);
            Path file = nextFree();
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, document);
            Files.move(part, file);
            cameOut(new PrintedDocument(file, sheets));
        } catch (IOException e) {
            throw new UncheckedIOException("The emulated document cannot be kept in " + output, e);
        }
    }

    private synchronized void cameOut(PrintedDocument document) {
        printed.add(document);
        inOutlet = true;
        notifyAll();
    }

    private Path nextFree() {
        Path file;
        do {
            number++;
            file = output.resolve(String.format("document-%04d.pdf", number));
        } while (Files.exists(file));
        return file;
    }
}
