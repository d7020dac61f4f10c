package io.changbai.device.api.signal;

import java.util.Objects;

/**
 * What the cabinet's sensors say, debounced. A sensor that is not wired is UNKNOWN for ever.
 *
 * @param door a broken wire counts as open
 * @param tampered latched until an operator resets it, over restarts too
 * @param presence of a person before the terminal; on at once, off only after a hold of many seconds
 * @param operatorSwitch RUN when there is no switch
 * @param headphones plugged in (XFS enhancedAudioSensor)
 * @param mains the power-fail contact
 */
public record CabinetState(
        Door door,
        boolean tampered,
        Presence presence,
        OperatorSwitch operatorSwitch,
        Presence headphones,
        PowerIn mains) {

    /** Nothing is known yet, or any more. */
    public static final CabinetState UNKNOWN = new CabinetState(
            Door.UNKNOWN, false, Presence.UNKNOWN, OperatorSwitch.RUN, Presence.UNKNOWN, PowerIn.UNKNOWN);

    public CabinetState {
        Objects.requireNonNull(door);
        Objects.requireNonNull(presence);
        Objects.requireNonNull(operatorSwitch);
        Objects.requireNonNull(headphones);
        Objects.requireNonNull(mains);
    }

    /** Whether a person may be there: a sensor that says nothing must not hide the screen from anybody. */
    public boolean somebodyMayBeThere() {
        return presence != Presence.NOT_PRESENT;
    }

    public enum Door {
        UNKNOWN,
        CLOSED,
        OPEN
    }

    public enum Presence {
        UNKNOWN,
        PRESENT,
        NOT_PRESENT
    }

    public enum OperatorSwitch {
        RUN,
        MAINTENANCE,
        SUPERVISOR
    }
}
