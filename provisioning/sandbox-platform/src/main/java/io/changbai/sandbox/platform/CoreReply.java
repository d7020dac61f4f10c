package io.changbai.sandbox.platform;

import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.Reply;
import java.util.Map;

/**
 * An answer before it is put on the wire.
 *
 * @param code Kura's response code
 * @param body JSON; of a refusal {@code {"reason":"..."}}
 */
record CoreReply(int code, byte[] body) {

    static CoreReply ok(Object body) {
        return new CoreReply(Reply.OK, JsonCodec.write(body));
    }

    /** @param reason fixed word in capitals; never what was sent */
    static CoreReply refused(int code, String reason) {
        return new CoreReply(code, JsonCodec.write(Map.of("reason", reason)));
    }

    static CoreReply badRequest(String reason) {
        return refused(Reply.BAD_REQUEST, reason);
    }
}
