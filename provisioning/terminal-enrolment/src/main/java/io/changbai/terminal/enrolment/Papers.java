package io.changbai.terminal.enrolment;

import java.net.URI;
import javax.net.ssl.SSLContext;

/**
 * An enrolled terminal.
 *
 * @param terminalId certificate name and MQTT client id
 * @param account MQTT account
 * @param site place name, shown on screen and paper
 * @param broker for example {@code ssl://host:8883}
 * @param tls presents the terminal's certificate and trusts only the authority it was enrolled with
 */
public record Papers(String terminalId, String account, String site, URI broker, SSLContext tls) {}
