package io.changbai.device.emulators.bench;

import io.changbai.device.emulators.SocialCardEmulator;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** All devices of a terminal on one bench, and the panel with which a person or a script handles them. */
public final class Bench implements AutoCloseable {
    private static final int ID_CARD_READER = 1;
    private static final int QR_SCANNER = 2;
    private static final int RECEIPT_PRINTER = 3;
    private static final int DOCUMENT_PRINTER = 4;
    private static final int FACE_CAMERA = 5;
    private static final int PIN_PAD = 7;
    private static final int POWER_SUPPLY = 9;
    private static final int CABINET = 10;
    private static final int DOCUMENT_CAMERA = 8;
    private static final int SPEECH = 11;
    private static final int PANEL = 90;

    private final List<BenchDevice> devices;
    private final BenchPanel panel;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    public Bench(BenchSettings settings) {
        Residents residents = new Residents(settings.residents());
        PrintedPaper paper = new PrintedPaper(settings.output(), settings.spool());
        FaceCameraOnBench camera = new FaceCameraOnBench(settings.port(FACE_CAMERA), residents);
        devices = List.of(
                new IdCardReaderOnBench(settings.port(ID_CARD_READER), residents),
                new SocialCardReaderOnBench(settings.vpcdPort(), residents),
                new QrScannerOnBench(settings.port(QR_SCANNER), residents),
                camera,
                new ReceiptPrinterOnBench(settings.port(RECEIPT_PRINTER), settings.output(), paper),
                new DocumentPrinterOnBench(settings.port(DOCUMENT_PRINTER), settings.output(), paper),
                new PinPadOnBench(settings.port(PIN_PAD)),
                new CabinetOnBench(settings.port(CABINET)),
                new PowerSupplyOnBench(settings.port(POWER_SUPPLY)),
                new DocumentCameraOnBench(settings.port(DOCUMENT_CAMERA)),
                new SpeechOnBench(settings.port(SPEECH)));
        panel = new BenchPanel(settings.port(PANEL), new BenchView(devices, residents), paper, camera::frame);
    }

    /** Starts everything or, when a port is taken, nothing. */
    public Bench start() {
        try {
            devices.forEach(device -> started.push(device.start()));
            started.push(panel.start());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
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
