package io.changbai.cabinet.internal.signal;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.linuxfs.provider.gpio.digital.LinuxFsDigitalInputProvider;
import com.pi4j.plugin.linuxfs.provider.gpio.digital.LinuxFsDigitalOutputProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * GPIO of the main board through sysfs, by Pi4J. The context is built from the two providers by hand: automatic detection
 * finds nothing in a bundle and would load what is not there. The lines' levels are read, not their edges: the kernel
 * merges fast changes.
 */
final class Pi4jPort implements SignalPort {

    private final Path root;
    private final Context context;
    private final Map<Integer, DigitalInput> inputs = new TreeMap<>();
    private final Map<Integer, DigitalOutput> outputs = new TreeMap<>();

    private Pi4jPort(Path root, Context context) {
        this.root = root;
        this.context = context;
    }

    static Pi4jPort open(Path root, BitSet inputs, BitSet outputs) throws IOException {
        if (!Files.isWritable(root.resolve("export"))) {
            throw new IOException("no GPIO lines at " + root);
        }
        Context context = Pi4J.newContextBuilder()
                .noAutoDetect()
                .disableShutdownHook()
                .add(LinuxFsDigitalInputProvider.newInstance(root.toString()))
                .add(LinuxFsDigitalOutputProvider.newInstance(root.toString()))
                .build();
        Pi4jPort port = new Pi4jPort(root, context);
        try {
            inputs.stream().forEach(port::addInput);
            outputs.stream().forEach(port::addOutput);
            return port;
        } catch (RuntimeException e) {
            port.close();
            throw new IOException("GPIO at " + root + ": " + e.getMessage(), e);
        }
    }

    private void addInput(int line) {
        inputs.put(
                line,
                context.create(DigitalInput.newConfigBuilder(context)
                        .id("in-" + line)
                        .address(line)
                        .provider(LinuxFsDigitalInputProvider.ID)
                        .build()));
    }

    private void addOutput(int line) {
        outputs.put(
                line,
                context.create(DigitalOutput.newConfigBuilder(context)
                        .id("out-" + line)
                        .address(line)
                        .provider(LinuxFsDigitalOutputProvider.ID)
                        .build()));
    }

    @Override
    public BitSet read() throws IOException {
        if (!Files.exists(root.resolve("export"))) {
            throw new IOException("no GPIO lines at " + root + " any more");
        }
        BitSet levels = new BitSet();
        try {
            inputs.forEach((line, input) -> levels.set(line, input.state() == DigitalState.HIGH));
        } catch (RuntimeException e) {
            throw new IOException("GPIO input: " + e.getMessage(), e);
        }
        return levels;
    }

    @Override
    public void write(BitSet levels) throws IOException {
        try {
            for (Map.Entry<Integer, DigitalOutput> output : outputs.entrySet()) {
                output.getValue().setState(levels.get(output.getKey()));
            }
        } catch (Pi4JException e) {
            throw new IOException("GPIO output: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        context.shutdown();
    }
}
