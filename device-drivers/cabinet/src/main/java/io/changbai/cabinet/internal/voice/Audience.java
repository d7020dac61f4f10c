package io.changbai.cabinet.internal.voice;

import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.signal.CabinetState.Presence;
import io.changbai.device.api.speech.Sentence;
import io.changbai.device.api.speech.SpeechResult.Why;
import java.util.Optional;

/** Who would hear a sentence now. Safe for any thread. */
final class Audience {

    private volatile Cabinet cabinet;
    private volatile boolean loudspeaker;

    void set(Cabinet now) {
        cabinet = now;
    }

    void unset(Cabinet gone) {
        if (cabinet == gone) {
            cabinet = null;
        }
    }

    void loudspeaker(boolean on) {
        loudspeaker = on;
    }

    boolean loudspeaker() {
        return loudspeaker;
    }

    /** Why it must not be said; empty when it may. A sensor that says nothing has seen no headphones. */
    Optional<Why> forbids(Sentence sentence) {
        Cabinet present = cabinet;
        if (present != null && present.state().headphones() == Presence.PRESENT) {
            return Optional.empty();
        }
        if (!loudspeaker) {
            return Optional.of(Why.NOBODY_LISTENS);
        }
        return sentence.personal() ? Optional.of(Why.PERSONAL) : Optional.empty();
    }
}
