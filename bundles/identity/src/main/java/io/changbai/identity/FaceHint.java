package io.changbai.identity;

/** What the person before the camera can do so that the picture gets good; each has its own words on the screen. */
public enum FaceHint {
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
