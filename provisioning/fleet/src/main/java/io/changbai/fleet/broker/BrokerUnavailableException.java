package io.changbai.fleet.broker;

/** The broker did not come up; the message says why and what to install or free. */
public final class BrokerUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokerUnavailableException(String message) {
        super(message);
    }

    BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
