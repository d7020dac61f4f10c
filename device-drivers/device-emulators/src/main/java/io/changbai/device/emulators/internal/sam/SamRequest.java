package io.changbai.device.emulators.internal.sam;

/**
 * What a host asked of the security module.
 *
 * @param command the command byte, for example 0x20 for find and select
 * @param parameter the parameter byte
 * @param bytes how many bytes the frame had on the wire
 * @param wire what was wrong with the frame itself
 */
public record SamRequest(int command, int parameter, int bytes, WireState wire) {

    /** Whether the frame arrived whole. */
    public enum WireState {
        GOOD,
        WRONG_CHECKSUM,
        WRONG_LENGTH
    }

    public boolean is(int expectedCommand, int expectedParameter) {
        return command == expectedCommand && parameter == expectedParameter;
    }
}
