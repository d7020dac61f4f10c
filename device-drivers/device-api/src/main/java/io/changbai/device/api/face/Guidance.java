package io.changbai.device.api.face;

/** What the person before the camera can do so that the picture gets good. One at a time; the most helpful one. */
public enum Guidance {
    /** Nobody is seen. */
    STAND_HERE,
    CLOSER,
    FURTHER,
    MORE_LIGHT,
    LESS_LIGHT,
    LOOK_STRAIGHT,
    ONE_PERSON,
    HOLD_STILL
}
