package io.changbai.fleet.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A private PostgreSQL 15 in a temporary folder, owned by an ordinary user because initdb refuses root. */
public final class PostgresCluster implements AutoCloseable {

    private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "nobody";

    private final Path folder;
    private final int port;

    private PostgresCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static PostgresCluster start() throws Exception {
        if (!Files.isExecutable(BINARIES.resolve("initdb"))) {
            throw new AssertionError("Debian package postgresql-15 must be installed: apt-get install postgresql-15");
        }
        // Not below a folder of the build: the other user must be able to walk there.
        Path folder = Files.createTempDirectory(
                "pg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (isRoot()) {
            run(List.of("chown", USER, folder.toString()));
        }
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        PostgresCluster cluster = new PostgresCluster(folder, port);
        cluster.postgres("initdb", "-D", cluster.data(), "-U", "fleet", "-A", "trust", "-E", "UTF8", "--locale=C");
        cluster.resume();
        return cluster;
    }

    /** Starts it over what it has. */
    public void resume() throws Exception {
        String options = "-p " + port + " -h 127.0.0.1 -k " + folder;
        postgres("pg_ctl", "-D", data(), "-o", options, "-l", folder + "/log", "-w", "start");
    }

    /** As a crash does. */
    public void stop() throws Exception {
        postgres("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** Every process of it stands still, connections stay open: a server that has hung. */
    public void freeze() throws Exception {
        signal("-STOP");
    }

    public void thaw() throws Exception {
        signal("-CONT");
    }

    private void signal(String name) throws Exception {
        long leader = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
        List<String> command = new ArrayList<>(List.of("kill", name, String.valueOf(leader)));
        ProcessHandle.of(leader).orElseThrow().descendants().forEach(child -> command.add(String.valueOf(child.pid())));
        run(command);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=fleet";
    }

    @Override
    public void close() throws Exception {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void postgres(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=nogroup", "--clear-groups"));
        }
        command.add(BINARIES.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("pg", ".out");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String text = Files.readString(said);
        Files.delete(said);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(command + " failed: " + text);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
