package io.changbai.device.api;

/** Whether a device can serve, in the words of XFS4IoT Common.Status. */
public enum Availability {
    /** Not asked yet, or the answer is not trusted. Treated as "cannot serve". */
    UNKNOWN,
    ONLINE,
    /** The device answers and says it cannot work now (for example paper out). */
    OFFLINE,
    POWERED_OFF,
    /** Nothing answers at the other end of the channel, or there is no channel. */
    NO_DEVICE,
    HARDWARE_ERROR,
    /** A person is in the way, for example an open cover. */
    USER_ERROR,
    /** At work for the present visit; it can serve that visit. */
    BUSY,
    FRAUD_ATTEMPT;

    /** True when a new command can be expected to succeed. */
    public boolean canServe() {
        return this == ONLINE || this == BUSY;
    }
}
