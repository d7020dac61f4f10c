package io.changbai.cabinet.internal.watch;

import io.changbai.device.api.driver.DeviceThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Every device's thread makes its steps, and the screens are served. */
final class TerminalHealth implements Health {

    private static final int MILLIS = 2_000;
    private static final byte[] QUESTION = "HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEGINNING = "HTTP/".getBytes(StandardCharsets.US_ASCII);

    private final Duration patience;
    private final Supplier<List<String>> endpoints;

    /**
     * @param patience how far behind its next step a device's thread may be
     * @param endpoints URLs at which screens are served; none is a complaint
     */
    TerminalHealth(Duration patience, Supplier<List<String>> endpoints) {
        this.patience = patience;
        this.endpoints = endpoints;
    }

    @Override
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        DeviceThread.stuck(patience).forEach(name -> complaints.add(name + " is stuck"));
        List<String> served = endpoints.get();
        if (served.isEmpty()) {
            complaints.add("no screens are served");
        }
        served.stream().filter(url -> !answers(url)).forEach(url -> complaints.add(url + " does not answer"));
        return complaints;
    }

    /** Any answer counts, also a refusal: somebody is there. */
    private static boolean answers(String url) {
        URI uri = URI.create(url);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort()), MILLIS);
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write(QUESTION);
            return Arrays.equals(socket.getInputStream().readNBytes(BEGINNING.length), BEGINNING);
        } catch (IOException e) {
            return false;
        }
    }
}
