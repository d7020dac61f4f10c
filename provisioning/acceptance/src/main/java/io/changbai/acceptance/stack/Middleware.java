package io.changbai.acceptance.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real middleware a stack uses where it is installed: the PC/SC daemon with the virtual reader, and the IPP
 * Everywhere printer. What is not there is said in one line with what to type, and the stack goes on without it.
 */
final class Middleware {

    /** Fixed by the virtual reader's configuration. */
    static final int VPCD = 35963;

    private static final Path VPCD_DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path data;
    private final PrintStream notes;

    Middleware(Path data, PrintStream notes) {
        this.data = data;
        this.notes = notes;
    }

    /** Starts the PC/SC daemon unless one listens already; empty when there is none to start or none is needed. */
    Optional<Child> pcscd() throws IOException {
        Path daemon = Installation.program("pcscd");
        if (daemon == null || !Files.exists(VPCD_DRIVER)) {
            notes.println("not active: social security card; apt-get install pcscd vsmartcard-vpcd");
            return Optional.empty();
        }
        if (listens(VPCD)) {
            return Optional.empty();
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            notes.println("not active: social security card; start the daemon: sudo systemctl start pcscd");
            return Optional.empty();
        }
        Path configuration = Files.createDirectories(data.resolve("pcscd"));
        Files.writeString(configuration.resolve("vpcd"), """
                FRIENDLYNAME "Virtual PCD"
                DEVICENAME /dev/null:0x8C7B
                LIBPATH %s
                CHANNELID 0x8C7B
                """.formatted(VPCD_DRIVER));
        Files.createDirectories(Path.of("/run/pcscd"));
        Child child = Child.start(
                "pcscd",
                data.resolve("log"),
                Map.of(),
                List.of(daemon.toString(), "-f", "-c", configuration.toString()));
        child.await(PATIENCE, () -> listens(VPCD) ? Optional.of(true) : Optional.empty());
        return Optional.of(child);
    }

    /** Starts the IPP Everywhere printer; its jobs stay in {@code spool}. Empty when it is not installed. */
    Optional<Child> ippEvePrinter(int port, Path spool) throws IOException {
        if (Installation.program("ippeveprinter") == null || Installation.program("dbus-daemon") == null) {
            notes.println("not active: IPP Everywhere printer (A4 goes to the bench's own responder);"
                    + " apt-get install cups-ipp-utils dbus avahi-daemon");
            return Optional.empty();
        }
        Files.createDirectories(spool);
        Path recipe = data.resolve("ippeveprinter.sh");
        try (InputStream in = Middleware.class.getResourceAsStream("/recipes/ippeveprinter.sh")) {
            Files.write(recipe, in.readAllBytes());
        }
        Child child = Child.start(
                "ippeveprinter",
                data.resolve("log"),
                Map.of(),
                List.of("bash", recipe.toString(), String.valueOf(port), spool.toString()));
        child.await(PATIENCE, () -> listens(port) ? Optional.of(true) : Optional.empty());
        return Optional.of(child);
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
