package io.changbai.telemetry.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Mender;
import io.changbai.device.api.DeviceFault.Severity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The application's own process and the disk it writes to. */
class ProcessWatch {

    /** Garbage makes the heap look full for a moment; only a run of full looks (one a second) means something. */
    private static final int FULL_LOOKS = 30;

    private final Path data;
    private final long lowDisk;
    private int fullLooks;

    /** @param lowDisk bytes below which the disk counts as nearly full */
    ProcessWatch(Path data, long lowDisk) {
        this.data = data;
        this.lowDisk = lowDisk;
    }

    long uptimeSeconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
    }

    long heapBytes() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    long freeDisk() throws IOException {
        return Files.getFileStore(data).getUsableSpace();
    }

    Watched look() {
        List<DeviceFault> faults = new ArrayList<>();
        lookAtHeap(faults);
        lookAtDisk(faults);
        return Watched.other("process", Availability.ONLINE, faults);
    }

    private void lookAtHeap(List<DeviceFault> faults) {
        fullLooks = heapBytes() > Runtime.getRuntime().maxMemory() * 0.95 ? fullLooks + 1 : 0;
        if (fullLooks >= FULL_LOOKS) {
            faults.add(new DeviceFault(
                    "PRC-MEMORY-LOW", Severity.WARNING, Mender.TECHNICIAN, "The application's memory is nearly full."));
        }
    }

    private void lookAtDisk(List<DeviceFault> faults) {
        try {
            if (freeDisk() < lowDisk) {
                faults.add(new DeviceFault(
                        "PRC-DISK-LOW",
                        Severity.WARNING,
                        Mender.TECHNICIAN,
                        "Less than " + (lowDisk >> 20) + " MB are left on the disk of the terminal's data."));
            }
        } catch (IOException e) {
            faults.add(new DeviceFault(
                    "PRC-DISK-LOST", Severity.FAULT, Mender.TECHNICIAN, "The disk of the terminal's data is gone."));
        }
    }
}
