package io.changbai.platform.messages.enrolment;

/**
 * 200 to an {@link EnrolmentRequest}. The same code with the same key gives a certificate again (a lost reply).
 *
 * @param terminalId stable id; also the certificate's common name and the MQTT client id
 * @param account MQTT account, first part of every topic
 * @param site place name
 * @param certificateChain PEM, the terminal's certificate first, then the authority's
 * @param broker for example {@code ssl://host:8883}
 */
public record EnrolmentAnswer(String terminalId, String account, String site, String certificateChain, String broker) {}
