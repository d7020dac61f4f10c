package io.changbai.acceptance.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a stack is started.
 *
 * @param portBase first port of all; see {@link Ports}
 * @param data where everything is kept
 * @param broker an MQTT broker to use instead of starting one
 * @param database fleet's database instead of the embedded one
 * @param headless no browser
 * @param realPrinter A4 goes to the IPP Everywhere printer where it is installed, else to the bench's own responder, whose
 *     faults can be scripted
 */
public record StackOptions(
        int portBase,
        Path data,
        Optional<String> broker,
        Optional<String> database,
        boolean headless,
        boolean realPrinter) {

    /** The user's state directory, as the XDG specification says. */
    public static Path defaultData() {
        String state = System.getenv("XDG_STATE_HOME");
        Path base = state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return base.resolve("changbai");
    }
}
