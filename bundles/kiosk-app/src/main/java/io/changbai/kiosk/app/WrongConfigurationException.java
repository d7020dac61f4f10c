package io.changbai.kiosk.app;

import java.util.List;

/** The configuration is refused whole; every complaint names file, key and what is allowed. */
final class WrongConfigurationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> complaints;

    WrongConfigurationException(List<String> complaints) {
        super(String.join("\n", complaints));
        this.complaints = List.copyOf(complaints);
    }

    List<String> complaints() {
        return complaints;
    }
}
