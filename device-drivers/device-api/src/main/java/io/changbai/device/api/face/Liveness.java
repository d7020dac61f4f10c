package io.changbai.device.api.face;

/** Whether a living face was before the camera (ISO/IEC 30107-3). Only {@link #LIVE} says yes. */
public enum Liveness {
    LIVE,
    /** A picture, a screen, a mask. */
    SPOOF,
    /** Looked at, and not sure; never counts as live. */
    UNSURE,
    /** Nobody looked. */
    NOT_CHECKED
}
