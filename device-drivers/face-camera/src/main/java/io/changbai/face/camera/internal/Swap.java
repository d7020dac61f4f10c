package io.changbai.face.camera.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether the kernel can write this process's memory to a disk: a swap area is on, and no control group forbids us its
 * use ({@code MemorySwapMax=0} of a systemd unit). Compressed memory (zram) is memory, not disk.
 */
final class Swap {

    private final Path proc;
    private final Path groups;

    Swap() {
        this(Path.of("/proc"), Path.of("/sys/fs/cgroup"));
    }

    Swap(Path proc, Path groups) {
        this.proc = proc;
        this.groups = groups;
    }

    /** What cannot be read counts as possible. */
    boolean isPossible() {
        try {
            List<String> areas = Files.readAllLines(proc.resolve("swaps"));
            boolean onDisk = areas.stream().skip(1).anyMatch(area -> !area.isBlank() && !area.contains("zram"));
            return onDisk && !isForbidden();
        } catch (IOException e) {
            return true;
        }
    }

    /** {@code /proc/self/cgroup} of version 2 is one line {@code 0::/path}. */
    private boolean isForbidden() throws IOException {
        for (String line : Files.readAllLines(proc.resolve("self/cgroup"))) {
            Path limit = groups.resolve("." + line.replaceFirst("^0::", "")).resolve("memory.swap.max");
            if (line.startsWith("0::") && Files.exists(limit)) {
                return Files.readString(limit).strip().equals("0");
            }
        }
        return false;
    }
}
