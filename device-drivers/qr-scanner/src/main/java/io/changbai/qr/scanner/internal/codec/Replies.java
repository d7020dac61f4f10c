package io.changbai.qr.scanner.internal.codec;

import java.util.Optional;

/** How a make's replies to commands look in a stream that carries codes too. */
@FunctionalInterface
public interface Replies {

    /** A make that never says anything but codes. */
    Replies NONE = (bytes, size) -> Look.CODE;

    /** Looks at the first {@code size} bytes of what came since the last whole thing; {@code size} is at least 1. */
    Look look(byte[] bytes, int size);

    /**
     * What they are.
     *
     * @param kind whether they are a reply
     * @param reply present when the kind is WHOLE
     */
    record Look(Kind kind, Optional<Heard.Reply> reply) {
        static final Look CODE = new Look(Kind.CODE, Optional.empty());
        static final Look MAYBE = new Look(Kind.MAYBE, Optional.empty());
        static final Look CERTAIN = new Look(Kind.CERTAIN, Optional.empty());

        static Look whole(boolean accepted, String text) {
            return new Look(Kind.WHOLE, Optional.of(new Heard.Reply(accepted, text)));
        }
    }

    /** How sure it is. */
    enum Kind {
        /** They begin a code. */
        CODE,
        /** Too few to tell. */
        MAYBE,
        /** The beginning of a reply: if nothing follows they are thrown away, never taken for a code. */
        CERTAIN,
        /** Exactly one reply. */
        WHOLE
    }
}
