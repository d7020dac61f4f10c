package io.changbai.device.contract.emulated;

import io.changbai.device.contract.PrinterContract.PaperHands;
import io.changbai.device.emulators.IppPrinterEmulator;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Hands at an emulated A4 printer. */
public final class EmulatedDocumentPrinter implements PaperHands, AutoCloseable {

    private final IppPrinterEmulator emulator;

    /** @param paper the folder where its documents go */
    public EmulatedDocumentPrinter(Path paper) {
        emulator = new IppPrinterEmulator(0, paper).start();
    }

    public IppPrinterEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return emulator.uri();
    }

    @Override
    public void emptyPaper() {
        emulator.stop("media-empty");
    }

    @Override
    public void loadPaper() {
        emulator.mend();
    }

    @Override
    public OptionalInt cameOut() {
        return OptionalInt.of(emulator.printed().size());
    }

    @Override
    public void takePaper() {
        emulator.take();
    }

    @Override
    public void pullCable() {
        emulator.unplug();
    }

    @Override
    public void plugCable() {
        emulator.plug();
    }

    @Override
    public void putBack() {
        emulator.mendAll();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
