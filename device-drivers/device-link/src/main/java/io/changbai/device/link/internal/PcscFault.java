package io.changbai.device.link.internal;

/** What javax.smartcardio means; it says so only in messages of causes ({@code SCARD_W_REMOVED_CARD}). */
enum PcscFault {
    NO_READERS("SCARD_E_NO_READERS_AVAILABLE"),
    REMOVED("SCARD_W_REMOVED_CARD", "SCARD_E_NO_SMARTCARD"),
    OTHER;

    @SuppressWarnings("ImmutableEnumChecker") // written once, never given out
    private final String[] words;

    PcscFault(String... words) {
        this.words = words;
    }

    static PcscFault of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            for (PcscFault fault : values()) {
                if (fault.isNamedIn(String.valueOf(cause.getMessage()))) {
                    return fault;
                }
            }
        }
        return OTHER;
    }

    private boolean isNamedIn(String message) {
        for (String word : words) {
            if (message.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
