package io.changbai.platform.link.internal;

import io.changbai.terminal.enrolment.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A real mosquitto 2 as a child process: mutual TLS, client id forced to the certificate's name, topic rights by that name.
 * Started, killed and started again on the same port.
 */
final class Mosquitto implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    private final Path folder;
    final int port;
    private Process process;

    Mosquitto(Path folder, TestAuthority authority, String provenAddress) throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException("This test needs the Debian package mosquitto: apt-get install mosquitto");
        }
        this.folder = folder;
        this.port = freePort();
        TestAuthority.Identity server = authority.server(provenAddress);
        write("ca.pem", TestAuthority.pem(authority.certificate()));
        write("cert.pem", TestAuthority.pem(server.certificate()));
        write("key.pem", TestAuthority.pem(server.key()));
        write("acl", """
                pattern write changbai/%u/#
                pattern write $EDC/changbai/%u/#
                pattern read $EDC/changbai/%u/#
                pattern write $EDC/changbai/sandbox-platform/+/REPLY/#
                user sandbox-platform
                topic read changbai/#
                topic readwrite $EDC/changbai/#
                """);
        write(
                "mosquitto.conf",
                """
                listener PORT 127.0.0.1
                cafile DIR/ca.pem
                certfile DIR/cert.pem
                keyfile DIR/key.pem
                require_certificate true
                use_identity_as_username true
                use_username_as_clientid true
                allow_anonymous false
                acl_file DIR/acl
                set_tcp_nodelay true
                """.replace("PORT", Integer.toString(port)).replace("DIR", folder.toString())
                        // Started by root it drops to user mosquitto, which cannot read the test's key.
                        + ("root".equals(System.getProperty("user.name")) ? "user root\n" : ""));
    }

    URI uri() {
        return URI.create("ssl://127.0.0.1:" + port);
    }

    Mosquitto start() throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("mosquitto did not start: " + Files.readString(folder.resolve("log")));
            }
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /** SIGKILL; what it held is gone. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
