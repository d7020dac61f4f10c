package io.changbai.journey.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.api.print.PageSetup;
import io.changbai.device.api.print.PaperOutlet;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPrinter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Printers whose jobs the test ends by hand, and a slot a card can be left in. */
abstract class FakePeripheral implements Device {

    Availability availability = Availability.ONLINE;

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public DeviceStatus status() {
        return new DeviceStatus(availability, List.of(), List.of(), Instant.EPOCH);
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return () -> {};
    }

    abstract static class Printer extends FakePeripheral {
        final List<PrintJob> jobs = new ArrayList<>();
        CompletableFuture<PrintResult> running;

        DeviceCommand<PrintResult> begin(PrintJob job) {
            jobs.add(job);
            CompletableFuture<PrintResult> result = new CompletableFuture<>();
            running = result;
            return new DeviceCommand<>() {
                @Override
                public CompletionStage<PrintResult> result() {
                    return result;
                }

                @Override
                public void cancel() {}
            };
        }
    }

    static final class A4 extends Printer implements DocumentPrinter {
        @Override
        public DeviceKind kind() {
            return DeviceKind.DOCUMENT_PRINTER;
        }

        @Override
        public DeviceCommand<PrintResult> print(PrintJob job, byte[] pdf, int pages, PageSetup setup) {
            return begin(job);
        }
    }

    static final class Receipts extends Printer implements ReceiptPrinter {
        PaperOutlet.State outlet = PaperOutlet.State.UNKNOWN;

        @Override
        public DeviceKind kind() {
            return DeviceKind.RECEIPT_PRINTER;
        }

        @Override
        public DeviceCommand<PrintResult> print(PrintJob job, List<ReceiptPart> parts) {
            return begin(job);
        }

        @Override
        public int columns() {
            return 48;
        }

        @Override
        public PaperOutlet outlet() {
            return new Outlet(outlet);
        }
    }

    private record Outlet(State state) implements PaperOutlet {
        @Override
        public Device.Subscription onEvent(Consumer<Event> listener) {
            return () -> {};
        }

        @Override
        public DeviceCommand<Retraction> retract() {
            return UNSENSED.retract();
        }
    }

    static final class Slot extends FakePeripheral implements SocialCardReader {
        boolean card;

        @Override
        public DeviceKind kind() {
            return DeviceKind.SOCIAL_CARD_READER;
        }

        @Override
        public DeviceCommand<SocialCardResult> read(Duration patience) {
            throw new AssertionError("only identity reads cards");
        }

        @Override
        public boolean cardPresent() {
            return card;
        }
    }
}
