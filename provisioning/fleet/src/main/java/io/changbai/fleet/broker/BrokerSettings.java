package io.changbai.fleet.broker;

import io.changbai.fleet.authority.Credentials;
import java.net.URI;
import java.nio.file.Path;

/**
 * @param host address to listen on; {@code 127.0.0.1} unless terminals are elsewhere
 * @param port 1 to 65535
 * @param account MQTT account, first part of every topic
 * @param server the broker's certificate and the authority clients must be signed by
 * @param data the broker's own folder
 */
public record BrokerSettings(String host, int port, String account, Credentials server, Path data) {

    URI uri() {
        return URI.create("ssl://" + host + ":" + port);
    }
}
