package io.changbai.acceptance.bench;

import io.changbai.acceptance.stack.Installation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Apache Karaf as it comes, warm cache, with its ports moved to free ones; ready when its shell accepts connections. */
class Karaf implements Candidate {

    final Path home;
    private final int sshPort;

    Karaf(Path home, int sshPort) {
        this.home = home;
        this.sshPort = sshPort;
    }

    @Override
    public String name() {
        return Candidates.EMPTY_KARAF;
    }

    @Override
    public List<String> command() {
        return List.of(home.resolve("bin/karaf").toString(), "server");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME", Path.of(Installation.jvm()).getParent().getParent().toString());
    }

    @Override
    public void prepare() throws IOException {
        set("etc/org.apache.karaf.shell.cfg", "sshPort", sshPort);
        set("etc/org.apache.karaf.management.cfg", "rmiRegistryPort", Candidates.freePort());
        set("etc/org.apache.karaf.management.cfg", "rmiServerPort", Candidates.freePort());
    }

    private void set(String file, String key, int port) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        Files.writeString(path, text.replaceAll("(?m)^" + key + "\\s*=.*$", key + " = " + port));
    }

    @Override
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", sshPort), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
