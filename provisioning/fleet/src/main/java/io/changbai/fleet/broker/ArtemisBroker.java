package io.changbai.fleet.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Apache Artemis inside this JVM, for machines without mosquitto. */
public final class ArtemisBroker implements Broker {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final int JOURNAL_FILE_BYTES = 1 << 20;

    private final BrokerSettings settings;
    private final EmbeddedActiveMQ server;

    private ArtemisBroker(BrokerSettings settings, EmbeddedActiveMQ server) {
        this.settings = settings;
        this.server = server;
    }

    /** Starts it and returns when it answers with our certificate. */
    public static Broker start(BrokerSettings settings) throws BrokerUnavailableException, IOException {
        Files.createDirectories(settings.data());
        ArtemisBroker broker = new ArtemisBroker(settings, new EmbeddedActiveMQ());
        try {
            broker.open();
        } catch (IOException e) {
            broker.close();
            throw e;
        } catch (Exception e) { // Artemis declares no less.
            broker.close();
            throw new BrokerUnavailableException("Artemis did not start: " + e.getMessage(), e);
        }
        if (!Readiness.await(settings, START_LIMIT, broker::isRunning)) {
            broker.close();
            throw new BrokerUnavailableException("Artemis does not answer at " + settings.uri());
        }
        LOG.info("Artemis answers at {}", settings.uri());
        return broker;
    }

    @Override
    public URI uri() {
        return settings.uri();
    }

    @Override
    public boolean isRunning() {
        return server.getActiveMQServer() != null && server.getActiveMQServer().isStarted();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // Artemis declares no less.
            LOG.warn("Artemis did not end cleanly", e);
        }
    }

    /** The door opens last: nobody may come in before the rights are watched. */
    private void open() throws Exception {
        server.setConfiguration(configuration());
        server.start();
        var remoting = server.getActiveMQServer().getRemotingService();
        remoting.addIncomingInterceptor(new CertificateRights(new TopicRights(settings.account())));
        remoting.createAcceptor(acceptor()).start();
    }

    private Configuration configuration() throws Exception {
        Path data = settings.data().toAbsolutePath();
        return new ConfigurationImpl()
                .setName("changbai")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(JOURNAL_FILE_BYTES)
                .setJournalMinFiles(2)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                // Who may do what is decided by certificate in CertificateRights, before Artemis sees the packet.
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                // The default stops all publishing at 90 % of the disk, which is a laptop's normal state.
                .setMaxDiskUsage(98)
                .addAddressSetting("#", neverDropped());
    }

    /**
     * By default Artemis throws a message away after ten tries, for example at a receiver that loses its connection again
     * and again. The two addresses are never used so; naming them keeps a warning for every queue out of the log.
     */
    private static AddressSettings neverDropped() {
        return new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setDeadLetterAddress(SimpleString.of("undelivered"))
                .setExpiryAddress(SimpleString.of("expired"));
    }

    private TransportConfiguration acceptor() throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, settings.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, settings.port());
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
        parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.NEED_CLIENT_AUTH_PROP_NAME, true);
        parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3,TLSv1.2");
        parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
        parameters.put(
                TransportConstants.KEYSTORE_PATH_PROP_NAME,
                store("server.p12", settings.server().keyStore(password.toCharArray()), password));
        parameters.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, password);
        parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
        parameters.put(
                TransportConstants.TRUSTSTORE_PATH_PROP_NAME,
                store("authority.p12", settings.server().trustStore(), password));
        parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, password);
        // An alias hides the topic from CertificateRights.
        Map<String, Object> mqtt = Map.of("topicAliasMaximum", 0);
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, "mqtt", mqtt);
    }

    /** Artemis reads stores from files only; the password lives as long as this start. */
    private String store(String name, KeyStore store, String password) throws IOException {
        Path file = settings.data().toAbsolutePath().resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot write " + file, e);
        }
        return file.toString();
    }
}
