package io.changbai.device.api.signal;

import io.changbai.device.api.Device;
import java.util.function.Consumer;

/**
 * The digital signals of the cabinet. Nothing here blocks: what is asked for is done at the device's next look, and what is
 * not wired is ignored. All lights are off at start, when the board was lost, and at the end.
 */
public interface Cabinet extends Device {

    /** What the signals say now; everything is unknown while nothing answers. */
    CabinetState state();

    /** Calls {@code listener} with each later state, on the device's thread; the listener must only hand over. */
    Subscription onState(Consumer<CabinetState> listener);

    /** Lets a light glow until it is told otherwise. */
    void light(Light light, Glow glow);

    /** Sounds the beeper once. */
    void beep(Beep beep);

    /** Forgets a latched tampering, which an operator has looked into; without effect while the sensor still says so. */
    void resetTamper();

    /** Short signals for people who do not look at the screen. */
    enum Beep {
        KEYPRESS,
        WARNING,
        ERROR
    }
}
