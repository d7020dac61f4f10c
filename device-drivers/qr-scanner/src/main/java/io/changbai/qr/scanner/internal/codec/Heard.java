package io.changbai.qr.scanner.internal.codec;

/** One whole thing a scanner module sent. */
public sealed interface Heard {

    /** Nothing whole so far. */
    record Nothing() implements Heard {}

    /**
     * What stood in a code.
     *
     * @param bytes without the module's suffix
     * @param symbology AIM identifier where the module says it apart from the code, for example {@code ]Q1}, else empty
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
    record Code(byte[] bytes, String symbology) implements Heard {
        /** Says nothing of the code but its length. */
        @Override
        public String toString() {
            return "Code[" + bytes.length + " bytes]";
        }
    }

    /**
     * What the module itself says to a command; never a code.
     *
     * @param accepted false when it refused the command
     * @param text what it says beyond that, printable, at most 120 characters
     */
    record Reply(boolean accepted, String text) implements Heard {

        private static final int LONGEST = 120;

        public Reply {
            String printable = text.replaceAll("[^\\x20-\\x7E]+", " ").strip();
            text = printable.substring(0, Math.min(LONGEST, printable.length()));
        }
    }

    /** More bytes than the largest code has; they were thrown away. */
    record TooLong() implements Heard {}

    /** A packet that the module sends again until it hears {@code answer}. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
    record Awaiting(byte[] answer) implements Heard {}
}
