package io.changbai.fleet.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.fleet.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MosquittoBrokerIT extends BrokerContract {

    @Override
    Broker start(BrokerSettings settings) throws Exception {
        assertThat(MosquittoBroker.isInstalled())
                .as("Debian package mosquitto must be installed: apt-get install mosquitto")
                .isTrue();
        return MosquittoBroker.start(settings);
    }

    @Test
    void endsWithAParentThatIsKilled() throws Exception {
        Path data = folder.resolve("orphan");
        ProcessHandle child;
        try (JavaProcess parent = BrokerParent.start(data)) {
            parent.awaitLine(BrokerParent.READY);
            long pid = Long.parseLong(Files.readString(data.resolve("mosquitto.pid")));
            child = ProcessHandle.of(pid).orElseThrow();
            assertThat(child.isAlive()).isTrue();
            parent.kill();
        }
        try {
            assertThat(child.onExit())
                    .as("mosquitto ends with its killed parent")
                    .succeedsWithin(Duration.ofSeconds(10));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void outlivesTheThreadThatStartedIt() throws Exception {
        BrokerSettings second = BrokerParent.elsewhere(settings(), folder.resolve("second"));
        CompletableFuture<Broker> started = new CompletableFuture<>();
        Thread starter = new Thread(() -> {
            try {
                started.complete(start(second));
            } catch (Exception e) {
                started.completeExceptionally(e);
            }
        });
        starter.start();
        try (Broker other = started.get(30, TimeUnit.SECONDS)) {
            starter.join();
            long pid = Long.parseLong(Files.readString(second.data().resolve("mosquitto.pid")));

            // A signal sent by the end of the thread would have ended it in milliseconds.
            assertThat(ProcessHandle.of(pid).orElseThrow().onExit()).failsWithin(Duration.ofSeconds(1));
            assertThat(other.isRunning()).isTrue();
        }
    }

    @Test
    void endsTheOneAKilledProcessLeftBehind() throws Exception {
        // What a SIGKILL leaves: the child runs, its number is in the file, nobody holds the object.
        long left = Long.parseLong(Files.readString(folder.resolve("data/mosquitto.pid")));
        try (Broker again = start(settings())) {
            assertThat(again.isRunning()).isTrue();
            assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }
}
