package io.changbai.device.api.print;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;

/** Prints A4 documents. */
public interface DocumentPrinter extends Device {

    /**
     * Prints on A4. When the visit ends while the job runs, the job is cancelled at the printer and verified gone.
     *
     * @param pdf a whole PDF; dropped from memory and from the printer's spool when the command ends
     * @param pages how many pages it has, at least 1; {@link PrintResult.Printed} counts them times the copies
     */
    DeviceCommand<PrintResult> print(PrintJob job, byte[] pdf, int pages, PageSetup setup);

    /** Prints one copy on one side. */
    default DeviceCommand<PrintResult> print(PrintJob job, byte[] pdf, int pages) {
        return print(job, pdf, pages, PageSetup.PLAIN);
    }
}
