package io.changbai.document.printer.internal;

import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.contract.DocumentPrinterContract;
import io.changbai.device.contract.emulated.EmulatedDocumentPrinter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over the emulator. */
class DocumentPrinterContractTest implements DocumentPrinterContract {

    private static final PrinterTimes TIMES = new PrinterTimes(
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            Duration.ofSeconds(2),
            Duration.ofMillis(1500),
            Duration.ofMillis(50));

    private final EmulatedDocumentPrinter hands = new EmulatedDocumentPrinter(Path.of("target", "documents"));
    private final IppDocumentPrinter printer =
            new IppDocumentPrinter(URI.create(hands.channel()), PrinterTrust.PUBLIC, TIMES, Clock.systemUTC());

    @Override
    public DocumentPrinter device() {
        return printer;
    }

    @Override
    public PaperHands hands() {
        return hands;
    }

    @AfterEach
    @Override
    public void close() {
        printer.close();
        hands.close();
    }
}
