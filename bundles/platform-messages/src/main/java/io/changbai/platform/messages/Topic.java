package io.changbai.platform.messages;

import java.util.List;

/** A topic taken apart. */
public sealed interface Topic {

    String account();

    /** Whose branch it is in: the sender's for data and life-cycle, the receiver's for requests, replies and notices. */
    String clientId();

    /**
     * {@code <account>/<clientId>/<appId>[/<method>/<resource>]}.
     *
     * @param method {@code GET}, {@code PUT}, {@code POST}, {@code DEL} or {@code EXEC}; empty for Kura data without one
     * @param resource what follows, joined by slashes; may be empty
     */
    record Data(String account, String clientId, String appId, String method, String resource) implements Topic {}

    /** {@code $EDC/<account>/<clientId>/<appId>/<METHOD>/<resources…>}; the method may be one nobody knows. */
    record Request(String account, String clientId, String appId, String method, List<String> resources)
            implements Topic {
        public Request {
            resources = List.copyOf(resources);
        }
    }

    /** {@code $EDC/<account>/<clientId>/<appId>/REPLY/<requestId>}. */
    record Reply(String account, String clientId, String appId, String requestId) implements Topic {}

    /** {@code $EDC/<account>/<clientId>/<appId>/NOTIFY/<senderId>/<messageType>}. */
    record Notice(String account, String clientId, String appId, String senderId, String messageType)
            implements Topic {}

    /** {@code $EDC/<account>/<clientId>/MQTT/<kind>}. */
    record Life(String account, String clientId, LifeCycle.Kind kind) implements Topic {}
}
