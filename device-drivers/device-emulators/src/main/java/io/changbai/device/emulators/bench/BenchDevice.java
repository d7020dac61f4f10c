package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One device on the bench: its emulator, what hands can do with it, what is seen of it, and how it is put back. */
interface BenchDevice {

    /** The same as the driver's device id. */
    String id();

    /** Starts the emulator; what comes back ends it. */
    AutoCloseable start();

    /** Adds everything hands can do with it. */
    void addTo(ActionTable table);

    /** Writes what is seen of it now. */
    void describe(ObjectNode device);

    /** Healthy and empty: nothing lies on it, nobody stands before it, the cable is in. */
    void reset();
}
