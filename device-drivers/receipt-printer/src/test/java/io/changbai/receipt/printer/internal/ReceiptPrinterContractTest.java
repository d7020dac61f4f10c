package io.changbai.receipt.printer.internal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.contract.ReceiptPrinterContract;
import io.changbai.device.contract.emulated.EmulatedReceiptPrinter;
import io.changbai.device.link.internal.UriChannels;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;

/** The contract of its class of device, over the emulator. */
class ReceiptPrinterContractTest implements ReceiptPrinterContract {

    private final EmulatedReceiptPrinter hands = new EmulatedReceiptPrinter(Path.of("target", "slips"));
    private final EscPosReceiptPrinter printer = new EscPosReceiptPrinter(
            hands.channel(), Profiles.plain(), new UriChannels(), Clock.systemUTC(), new SteadyClock());

    @Override
    public ReceiptPrinter device() {
        return printer;
    }

    @Override
    public ReceiptHands hands() {
        return hands;
    }

    @AfterEach
    @Override
    public void close() {
        printer.close();
        hands.close();
    }
}
