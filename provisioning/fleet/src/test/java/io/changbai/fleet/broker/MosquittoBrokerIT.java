package io.changbai.fleet.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
    void endsTheOneAKilledProcessLeftBehind() throws Exception {
        // What a SIGKILL leaves: the child runs, its number is in the file, nobody holds the object.
        long left = Long.parseLong(Files.readString(folder.resolve("data/mosquitto.pid")));
        try (Broker again = start(settings())) {
            assertThat(again.isRunning()).isTrue();
            assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }
}
