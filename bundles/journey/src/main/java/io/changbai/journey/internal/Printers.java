package io.changbai.journey.internal;

import io.changbai.device.api.Device;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.api.print.PaperOutlet;
import io.changbai.device.api.print.ReceiptPrinter;
import java.util.Optional;

/** The outlets of the moment, and the slot a card can be left in. They come and go as services. */
final class Printers {

    private volatile DocumentPrinter documentPrinter;
    private volatile ReceiptPrinter receiptPrinter;
    private volatile SocialCardReader slot;

    void set(DocumentPrinter printer) {
        documentPrinter = printer;
    }

    void set(ReceiptPrinter printer) {
        receiptPrinter = printer;
    }

    void set(SocialCardReader reader) {
        slot = reader;
    }

    void unset(Device device) {
        if (device == documentPrinter) {
            documentPrinter = null;
        }
        if (device == receiptPrinter) {
            receiptPrinter = null;
        }
        if (device == slot) {
            slot = null;
        }
    }

    /** The document printer, when it can serve now. */
    Optional<DocumentPrinter> document() {
        return Optional.ofNullable(documentPrinter).filter(Printers::serves);
    }

    /** The receipt printer, when it can serve now. */
    Optional<ReceiptPrinter> receipt() {
        return Optional.ofNullable(receiptPrinter).filter(Printers::serves);
    }

    PaperOutlet.State receiptOutlet() {
        ReceiptPrinter printer = receiptPrinter;
        return printer == null ? PaperOutlet.State.UNKNOWN : printer.outlet().state();
    }

    boolean cardPresent() {
        SocialCardReader reader = slot;
        return reader != null && reader.cardPresent();
    }

    private static boolean serves(Device device) {
        return device.status().canServe();
    }
}
