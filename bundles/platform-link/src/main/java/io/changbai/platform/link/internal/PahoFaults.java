package io.changbai.platform.link.internal;

import io.changbai.platform.link.LinkStatus.LinkFault;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.client.mqttv3.MqttException;

/** What Paho throws, in our words. */
final class PahoFaults {

    private PahoFaults() {}

    /** @param otherwise said when nothing more is known */
    static LinkFault of(Throwable failure, String otherwise) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return new LinkFault(
                        "LNK-TLS", "The broker does not prove to be the one of this terminal's authority.");
            } else if (cause instanceof SocketTimeoutException) {
                return new LinkFault("LNK-SILENT", "The broker accepts the connection and does not answer.");
            } else if (cause instanceof MqttException mqtt && isRefusal(mqtt.getReasonCode())) {
                return new LinkFault(
                        "LNK-REFUSED", "The broker refuses this terminal (CONNACK " + mqtt.getReasonCode() + ").");
            }
        }
        return isTls(failure)
                ? new LinkFault("LNK-TLS", "TLS with the broker fails; it may refuse this terminal's certificate.")
                : new LinkFault("LNK-UNREACHABLE", otherwise);
    }

    /** Codes 1 to 5 are the CONNACK's own. */
    private static boolean isRefusal(int reason) {
        return reason >= 1 && reason <= 5;
    }

    private static boolean isTls(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }
}
