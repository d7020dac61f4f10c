package io.changbai.face.camera.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapTest {

    private static final String HEAD = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";
    private static final String DISK = "/dev/sda2                               partition\t999420\t\t0\t\t-2\n";

    @TempDir
    Path proc;

    @TempDir
    Path groups;

    @BeforeEach
    void noGroup() throws IOException {
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(proc.resolve("self/cgroup"), "0::/system.slice/changbai.service\n");
    }

    private boolean isPossible() {
        return new Swap(proc, groups).isPossible();
    }

    @Test
    void isPossibleWhereNothingCanBeRead() {
        assertThat(isPossible()).isTrue();
    }

    @Test
    void isPossibleWithASwapAreaOnADisk() throws IOException {
        Files.writeString(proc.resolve("swaps"), HEAD + DISK);
        assertThat(isPossible()).isTrue();
    }

    @Test
    void isNotPossibleWithoutOneOrInCompressedMemory() throws IOException {
        Files.writeString(proc.resolve("swaps"), HEAD);
        assertThat(isPossible()).isFalse();
        Files.writeString(proc.resolve("swaps"), HEAD + "/dev/zram0 partition\t999420\t\t0\t\t100\n");
        assertThat(isPossible()).isFalse();
    }

    @Test
    void isNotPossibleWhereOurControlGroupForbidsIt() throws IOException {
        Files.writeString(proc.resolve("swaps"), HEAD + DISK);
        Path group = Files.createDirectories(groups.resolve("system.slice/changbai.service"));
        Files.writeString(group.resolve("memory.swap.max"), "max\n");
        assertThat(isPossible()).isTrue();
        Files.writeString(group.resolve("memory.swap.max"), "0\n");
        assertThat(isPossible()).isFalse();
    }
}
