package io.changbai.device.api.print;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;

/** Prints A4 documents. */
public interface DocumentPrinter extends Device {

    /**
     * Prints one copy, one-sided, A4. When the visit ends while the job runs, the job is cancelled at the printer and
     * verified gone.
     *
     * @param pdf a whole PDF; dropped from memory and from the printer's spool when the command ends
     * @param pages how many pages it has, at least 1
     */
    DeviceCommand<PrintResult> print(PrintJob job, byte[] pdf, int pages);
}
