package io.changbai.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux knows of a process. */
final class ProcessFigures {

    /** USER_HZ; 100 on every Linux our terminals run. */
    private static final double TICK_MILLIS = 10;

    private ProcessFigures() {}

    /** User and system time of all threads since the start. */
    static double cpuMillis(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS;
    }

    static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow(() -> new IOException("process " + pid + " is ending"));
    }

    /** As {@link #residentMegabytes}, and 0 for a process that has just ended. */
    static double residentOrNothing(long pid) {
        try {
            return residentMegabytes(pid);
        } catch (IOException e) {
            return 0;
        }
    }
}
