package io.changbai.ui.gateway.internal;

import static io.changbai.ui.gateway.internal.FakeJourney.view;
import static io.changbai.ui.gateway.internal.GatewayServer.readUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.journey.Screen;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsServletTest {

    private GatewayServer gateway;
    private String cookie;

    @BeforeEach
    void start() throws Exception {
        gateway = new GatewayServer(Map.of());
        cookie = gateway.cookie();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    @Test
    void sendsTheViewOfTheMomentAndEachLaterOne() throws IOException {
        try (Socket stream = gateway.stream(cookie)) {
            String first = readUntil(stream, "\n\n");
            gateway.journey.show(view(2, new Screen.Progress("verifying")));
            String second = readUntil(stream, "verifying");

            assertThat(first).contains("Content-Type: text/event-stream").contains("\"revision\":1");
            assertThat(second).contains("\"revision\":2").contains("\"screen\":\"progress\"");
        }
    }

    @Test
    void beatsWhenNothingChanges() throws IOException {
        try (Socket stream = gateway.stream(cookie)) {
            assertThat(readUntil(stream, "\n:\n\n")).contains("\"revision\":1");
        }
    }

    @Test
    void aReaderThatSleptSeesTheNewestViewAndNotAllOfThem() throws Exception {
        String bulk = "长".repeat(100_000);
        try (Socket stream = gateway.stream(cookie)) {
            readUntil(stream, "\n\n");
            // 300 kB each: the kernel's buffers are full after a few, then each view replaces the one before it.
            for (int revision = 2; revision <= 201; revision++) {
                gateway.journey.show(view(revision, new Screen.Progress(bulk)));
            }
            gateway.journey.show(view(999, new Screen.End()));

            String seen = readUntil(stream, "\"revision\":999");

            assertThat(seen.split("\"revision\"", -1)).hasSizeLessThan(100);
        }
    }

    @Test
    void aFifthStreamEndsTheOldest() throws IOException {
        List<Socket> streams = new ArrayList<>();
        try {
            for (int i = 0; i <= EventStreams.LIMIT; i++) {
                Socket stream = gateway.stream(cookie);
                streams.add(stream);
                readUntil(stream, "\"revision\":1");
            }

            assertThat(endOf(streams.get(0))).isEqualTo(-1);
            assertThat(readUntil(streams.get(1), ":\n\n")).isNotEmpty();
        } finally {
            for (Socket stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void aReaderThatHasGoneDoesNotDisturbTheOthers() throws IOException {
        try (Socket stays = gateway.stream(cookie)) {
            Socket goes = gateway.stream(cookie);
            readUntil(goes, "\n\n");
            goes.setSoLinger(true, 0);
            goes.close();

            gateway.journey.show(view(2, new Screen.End()));
            gateway.journey.show(view(3, new Screen.Capture(null)));

            assertThat(readUntil(stays, "\"screen\":\"capture\"")).isNotEmpty();
        }
    }

    /** Reads what was under way; the time-out of the socket is the deadline. */
    private static int endOf(Socket stream) throws IOException {
        byte[] chunk = new byte[1024];
        String last = "";
        int count;
        while ((count = stream.getInputStream().read(chunk)) >= 0) {
            last += new String(chunk, 0, count, java.nio.charset.StandardCharsets.US_ASCII);
            if (last.endsWith("0\r\n\r\n")) {
                return -1; // The last chunk of a chunked answer: the stream is complete.
            }
        }
        return count;
    }
}
