package io.changbai.device.emulators.internal.scanner;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.IOException;

/** What one make of scanner does on the wire: the commands it obeys and the shape of its codes. */
public interface ScannerModule {

    /** Obeys a host until the wire ends. */
    void serve(Wire wire) throws IOException;

    /**
     * Sends one code.
     *
     * @param suffix what the module is set to put behind it, where the make has such a thing
     * @param piece how many bytes go out at once
     */
    void send(Wire wire, byte[] code, byte[] suffix, int piece) throws IOException;

    /** Whether it reads whatever is before it, without being armed, again and again. */
    default boolean isFreeRunning() {
        return false;
    }

    /** The part of the module that all makes share: its eye, and the moods its faults put it in. */
    interface Eye {

        /** Opens the eye or closes it. */
        void arm(boolean on);

        /** How the module reacts to a command now. */
        Mood mood();

        /** True once for each acknowledgement that shall get lost on its way to the module. */
        boolean losesAcknowledgement();
    }

    /** How a module reacts to a command. */
    enum Mood {
        OBEYS,
        /** Obeys and says nothing. */
        OBEYS_SILENTLY,
        REFUSES,
        DEAF
    }
}
