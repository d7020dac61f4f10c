package io.changbai.fleet.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mosquitto's two files, written at each start. */
final class MosquittoConfiguration {

    private MosquittoConfiguration() {}

    /** @return the configuration file; the rules lie beside it */
    static Path write(BrokerSettings settings) throws IOException {
        Path data = Files.createDirectories(settings.data().toAbsolutePath());
        Path rules = data.resolve("mosquitto.acl");
        Files.writeString(rules, new TopicRights(settings.account()).mosquittoRules());
        Path file = data.resolve("mosquitto.conf");
        Files.writeString(file, text(settings, data, rules));
        return file;
    }

    private static String text(BrokerSettings settings, Path data, Path rules) {
        return runAsRoot()
                + """
                listener %d %s
                allow_anonymous false
                cafile %s
                certfile %s
                keyfile %s
                require_certificate true
                use_identity_as_username true
                # Without this a client may take another's client id with its own certificate (seen with 2.0.11).
                use_username_as_clientid true
                acl_file %s
                persistence true
                persistence_location %s/
                # Every change is written down within a second; a kill then loses nothing that was acknowledged before.
                autosave_on_changes true
                autosave_interval 1
                # Without this small messages wait 40 ms.
                set_tcp_nodelay true
                max_queued_messages 200000
                max_inflight_messages 1000
                message_size_limit 2097152
                persistent_client_expiration 30d
                log_dest stdout
                log_type error
                log_type warning
                """.formatted(
                                settings.port(),
                                settings.host(),
                                settings.server().authority().toAbsolutePath(),
                                settings.server().chain().toAbsolutePath(),
                                settings.server().key().toAbsolutePath(),
                                rules,
                                data);
    }

    /** Started as root it would become the user mosquitto, who cannot read a key of mode 0600. */
    private static String runAsRoot() {
        return "root".equals(System.getProperty("user.name")) ? "user root\n" : "";
    }
}
