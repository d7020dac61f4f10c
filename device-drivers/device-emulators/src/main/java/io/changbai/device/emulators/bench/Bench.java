package io.changbai.device.emulators.bench;

import io.changbai.device.emulators.CameraEmulator;
import io.changbai.device.emulators.IdCardReaderEmulator;
import io.changbai.device.emulators.IppPrinterEmulator;
import io.changbai.device.emulators.QrScannerEmulator;
import io.changbai.device.emulators.ReceiptPrinterEmulator;
import io.changbai.device.emulators.SocialCardEmulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** All devices of a terminal on one bench, and the panel with which a person or a script handles them. */
public final class Bench implements AutoCloseable {
    /** A real printer's 200 mm/s: paper that takes its time is what screens must live with. */
    private static final int DOTS_PER_SECOND = 1_600;

    private static final Duration PAGE_TIME = Duration.ofMillis(500);

    private static final int ID_CARD_READER = 1;
    private static final int QR_SCANNER = 2;
    private static final int RECEIPT_PRINTER = 3;
    private static final int DOCUMENT_PRINTER = 4;
    private static final int FACE_CAMERA = 5;
    private static final int PANEL = 90;

    final IdCardReaderEmulator idCardReader;
    final SocialCardEmulator socialCardReader;
    final QrScannerEmulator qrScanner;
    final CameraEmulator faceCamera;
    final ReceiptPrinterEmulator receiptPrinter;
    final IppPrinterEmulator documentPrinter;
    final Residents residents;
    final PrintedPaper paper;
    private final BenchPanel panel;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    public Bench(BenchSettings settings) {
        idCardReader = new IdCardReaderEmulator(settings.port(ID_CARD_READER));
        socialCardReader = new SocialCardEmulator(settings.vpcdPort());
        qrScanner = new QrScannerEmulator(settings.port(QR_SCANNER));
        faceCamera = new CameraEmulator(settings.port(FACE_CAMERA));
        receiptPrinter = new ReceiptPrinterEmulator(settings.port(RECEIPT_PRINTER), settings.output());
        documentPrinter = new IppPrinterEmulator(settings.port(DOCUMENT_PRINTER), settings.output());
        residents = new Residents(settings.residents());
        paper = new PrintedPaper(settings.output(), settings.spool());
        panel = new BenchPanel(settings.port(PANEL), this);
    }

    /** Starts everything or, when a port is taken, nothing. */
    public Bench start() {
        try {
            started.push(idCardReader.start());
            started.push(socialCardReader.start());
            started.push(qrScanner.start());
            started.push(faceCamera.start());
            started.push(receiptPrinter.start());
            started.push(documentPrinter.start());
            started.push(panel.start());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        receiptPrinter.speed(DOTS_PER_SECOND);
        documentPrinter.pageTime(PAGE_TIME);
        return this;
    }

    /** The panel's address. */
    public String url() {
        return panel.url();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("An emulated device did not end", e);
            }
        }
    }

    /** {@code portBase residents.json outputFolder [spoolFolder]}; runs until it is ended from outside. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length < 3) {
            System.err.println("usage: Bench <port base> <residents.json> <output folder> [spool folder]");
            System.exit(2);
        }
        Optional<Path> spool = List.of(args).stream().skip(3).findFirst().map(Path::of);
        BenchSettings settings = new BenchSettings(
                Integer.parseInt(args[0]), SocialCardEmulator.VPCD_PORT, Path.of(args[1]), Path.of(args[2]), spool);
        CountDownLatch ended = new CountDownLatch(1);
        try (Bench bench = new Bench(settings).start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "bench-end"));
            System.out.println("BENCH " + bench.url());
            ended.await();
        }
    }
}
