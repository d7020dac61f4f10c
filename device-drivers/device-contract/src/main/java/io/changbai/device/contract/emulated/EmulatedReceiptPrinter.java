package io.changbai.device.contract.emulated;

import io.changbai.device.contract.ReceiptPrinterContract.ReceiptHands;
import io.changbai.device.emulators.PrintedReceipt;
import io.changbai.device.emulators.ReceiptPrinterEmulator;
import io.changbai.device.emulators.ReceiptPrinterEmulator.Paper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Hands at an emulated receipt printer. */
public final class EmulatedReceiptPrinter implements ReceiptHands, AutoCloseable {

    private final ReceiptPrinterEmulator emulator;

    /** @param paper the folder where its slips go */
    public EmulatedReceiptPrinter(Path paper) {
        emulator = new ReceiptPrinterEmulator(0, paper).start();
    }

    public ReceiptPrinterEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return "tcp://127.0.0.1:" + emulator.port();
    }

    @Override
    public void emptyPaper() {
        emulator.paper(Paper.OUT);
    }

    @Override
    public void loadPaper() {
        emulator.paper(Paper.OK);
    }

    @Override
    public void openCover() {
        emulator.cover(true);
    }

    @Override
    public void closeCover() {
        emulator.cover(false);
    }

    @Override
    public OptionalInt cameOut() {
        return OptionalInt.of(emulator.printed().size());
    }

    @Override
    public Optional<String> lastSlip() {
        return emulator.last().map(PrintedReceipt::words);
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
