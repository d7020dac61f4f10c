package io.changbai.acceptance.stack;

import io.changbai.fleet.authority.Credentials;
import io.changbai.fleet.broker.ArtemisBroker;
import io.changbai.fleet.broker.Broker;
import io.changbai.fleet.broker.BrokerSettings;
import io.changbai.fleet.broker.BrokerUnavailableException;
import io.changbai.fleet.broker.MosquittoBroker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The broker of a laptop: mosquitto where it is installed, else Artemis in this process. */
final class Brokers {

    private Brokers() {}

    static Broker start(int port, Credentials server, Path data, PrintStream notes) throws IOException {
        BrokerSettings settings = new BrokerSettings("127.0.0.1", port, "changbai", server, data);
        try {
            if (MosquittoBroker.isInstalled()) {
                return MosquittoBroker.start(settings);
            }
            notes.println("not active: mosquitto (an embedded Artemis stands in); apt-get install mosquitto");
            return ArtemisBroker.start(settings);
        } catch (BrokerUnavailableException e) {
            throw new IOException("the MQTT broker did not start: " + e.getMessage(), e);
        }
    }
}
