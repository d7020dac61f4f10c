package io.changbai.device.api.print;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import java.util.List;

/** Prints and cuts one receipt at a time. */
public interface ReceiptPrinter extends Device {

    /** Prints the parts in order and cuts. The content is dropped from memory when the command ends. */
    DeviceCommand<PrintResult> print(PrintJob job, List<ReceiptPart> parts);

    /** Characters of normal size on one line: 48 on 80 mm paper, 32 on 58 mm; a Chinese character takes two. */
    int columns();

    /** Where the receipts come out; the same at each call. */
    default PaperOutlet outlet() {
        return PaperOutlet.UNSENSED;
    }
}
