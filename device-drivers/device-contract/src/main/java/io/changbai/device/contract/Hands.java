package io.changbai.device.contract;

import org.opentest4j.TestAbortedException;

/**
 * What a hand does to a device: an emulator's, a fixture's, or a person's who is asked. What a hand cannot do it says with
 * {@link #cannot}, and the rule counts as not exercised.
 */
public interface Hands {

    /** Pulls the cable, or the plug. */
    void pullCable();

    /** Puts it back; harmless when it is in. */
    void plugCable();

    /** Puts everything back before the next rule: the cable in, nothing lying there, paper loaded, covers closed. */
    default void putBack() {
        plugCable();
    }

    /** How often hands pull and plug in the storm; 0 when they do not. */
    default int stormCycles() {
        return Integer.getInteger("changbai.storm", 50);
    }

    /** The deed cannot be done here. */
    static TestAbortedException cannot(String deed) {
        return new TestAbortedException("nobody here can " + deed);
    }
}
