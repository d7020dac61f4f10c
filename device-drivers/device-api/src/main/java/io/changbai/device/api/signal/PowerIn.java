package io.changbai.device.api.signal;

/** Whether mains power comes in. Unknown counts as powering; whoever cannot say raises a warning. */
public enum PowerIn {
    UNKNOWN,
    POWERING,
    NO_POWER
}
