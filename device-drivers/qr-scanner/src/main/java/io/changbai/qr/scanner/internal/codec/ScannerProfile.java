package io.changbai.qr.scanner.internal.codec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * How one make of scanner is spoken to.
 *
 * @param setup sent one by one after opening; each is answered
 * @param query sent now and then while nobody scans; harmless, always answered
 * @param queryTellsFirmware whether the reply to {@code query} says the firmware's version
 * @param arm opens the eye; none for modules that run freely
 * @param disarm closes the eye and puts the light out; none for modules that run freely
 * @param armIsAnswered whether the module replies to {@code arm} and {@code disarm}
 * @param wake sent before a command that was not answered, for modules that may sleep
 * @param timing how patient to be
 * @param decoding makes what takes the module's bytes apart, from all commands that will be sent and the suffix
 */
public record ScannerProfile(
        List<Command> setup,
        Command query,
        boolean queryTellsFirmware,
        Command arm,
        Command disarm,
        boolean armIsAnswered,
        Command wake,
        Timing timing,
        BiFunction<List<Command>, Suffix, Decoder> decoding) {

    /**
     * How patient to be with a make.
     *
     * @param pause between two commands
     * @param reply how long a reply may take
     * @param silence a code without suffix is whole when no byte came for so long
     * @param rearm the module closes its eye by itself after a while; it is opened again after this long
     */
    public record Timing(Duration pause, Duration reply, Duration silence, Duration rearm) {
        static Timing millis(int pause, int reply, int silence, int rearm) {
            return new Timing(
                    Duration.ofMillis(pause),
                    Duration.ofMillis(reply),
                    Duration.ofMillis(silence),
                    Duration.ofMillis(rearm));
        }
    }

    public ScannerProfile {
        setup = List.copyOf(setup);
    }

    /** Whether the eye can be closed. What cannot be disarmed is thrown away between scans. */
    public boolean disarms() {
        return !arm.isNone();
    }

    /** The same make, with more to set up: a site's module may come with other factory settings. */
    public ScannerProfile withSetup(List<Command> more) {
        List<Command> all = new ArrayList<>(setup);
        all.addAll(more);
        return new ScannerProfile(all, query, queryTellsFirmware, arm, disarm, armIsAnswered, wake, timing, decoding);
    }

    public Decoder decoder(Suffix suffix) {
        List<Command> commands = new ArrayList<>(setup);
        commands.add(query);
        return decoding.apply(commands, suffix);
    }
}
