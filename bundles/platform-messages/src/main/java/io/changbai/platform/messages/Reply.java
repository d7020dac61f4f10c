package io.changbai.platform.messages;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Kura's question and answer convention over MQTT. */
public final class Reply {

    /** STRING, mandatory in a request. Opaque: Kapua's are negative numbers, others hold dashes. */
    public static final String REQUEST_ID = "request.id";

    /** STRING, mandatory in a request; the answer goes to this client, under the same account. */
    public static final String REQUESTER = "requester.client.id";

    /** INT32 in a reply: 200, 400, 404 or 500. */
    public static final String CODE = "response.code";

    /** STRING, only with a code that is not 200. */
    public static final String EXCEPTION_MESSAGE = "response.exception.message";

    public static final int OK = 200;
    public static final int BAD_REQUEST = 400;
    public static final int NOT_FOUND = 404;
    public static final int FAILED = 500;

    private Reply() {}

    /**
     * Where the answer to {@code request} goes; empty when it lacks one of its two ids or they are no topic level, and then
     * the request is dropped without an answer.
     */
    public static Optional<String> topic(String account, String appId, KuraPayload request) {
        return id(request, REQUESTER)
                .flatMap(requester ->
                        id(request, REQUEST_ID).map(requestId -> Topics.reply(account, requester, appId, requestId)));
    }

    public static Optional<String> requestId(KuraPayload request) {
        return id(request, REQUEST_ID);
    }

    public static KuraPayload of(Instant now, int code, Optional<byte[]> body) {
        return new KuraPayload(Optional.of(now), Optional.empty(), Map.of(CODE, code), body);
    }

    /** The code of a reply; empty when there is none of type INT32, which makes it no reply. */
    public static OptionalInt code(KuraPayload reply) {
        return reply.metrics().get(CODE) instanceof Integer code ? OptionalInt.of(code) : OptionalInt.empty();
    }

    private static Optional<String> id(KuraPayload request, String metric) {
        return request.metrics().get(metric) instanceof String id && Topics.isLevel(id)
                ? Optional.of(id)
                : Optional.empty();
    }
}
