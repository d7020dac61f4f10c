package io.changbai.fleet.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every packet before Artemis does. A client id that is not the certificate's name, a foreign topic or a
 * subscription that could deliver others' messages ends the connection.
 */
final class CertificateRights implements MQTTInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateRights.class);

    private final TopicRights rights;

    CertificateRights(TopicRights rights) {
        this.rights = rights;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        Optional<String> name = name(connection);
        boolean allowed = name.isPresent() && isAllowed(name.get(), packet);
        if (!allowed) {
            LOG.warn("refused {} of {}", kind(packet), name.orElse("a client without a name"));
        }
        return allowed;
    }

    private boolean isAllowed(String name, MqttMessage packet) {
        if (packet instanceof MqttConnectMessage connect) {
            var will = connect.variableHeader().isWillFlag();
            return name.equals(connect.payload().clientIdentifier())
                    && (!will || rights.mayWrite(name, connect.payload().willTopic()));
        }
        if (packet instanceof MqttPublishMessage publish) {
            return rights.mayWrite(name, publish.variableHeader().topicName());
        }
        if (packet instanceof MqttSubscribeMessage subscribe) {
            return subscribe.payload().topicSubscriptions().stream()
                    .allMatch(wanted -> rights.mayRead(name, wanted.topicFilter()));
        }
        return true;
    }

    private static String kind(MqttMessage packet) {
        return packet.fixedHeader().messageType().name();
    }

    private static Optional<String> name(RemotingConnection connection) {
        X509Certificate[] chain = CertificateUtil.getCertsFromConnection(connection);
        if (chain == null || chain.length == 0) {
            return Optional.empty();
        }
        try {
            return new LdapName(chain[0].getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> rdn.getValue().toString())
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
