package io.changbai.device.api.speech;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;

/**
 * Says sentences, to headphones only unless the resident switched the loudspeaker on. One sentence is spoken and one may
 * wait; a third takes the place of the one that waits. Safe for any thread; never blocks.
 */
public interface SpeechOutput extends Device {

    /** Softest step of {@link #volume}. */
    int SOFTEST = 1;

    /** The step every visit begins with, at most 65 dB(A) at the ear of the person. */
    int USUAL = 5;

    /** Loudest step of {@link #volume}. */
    int LOUDEST = 10;

    /** Says {@code sentence} after the one that is spoken now. Cancelling it ends the sound within 100 ms. */
    DeviceCommand<SpeechResult> say(Sentence sentence);

    /** Ends the sound within 100 ms and forgets the sentence that waits. */
    void hush();

    /** The resident's volume for the rest of the visit, held between {@link #SOFTEST} and {@link #LOUDEST}. */
    void volume(int step);

    int volume();

    /** The resident's wish for the rest of the visit. What is personal stays silent there all the same. */
    void loudspeaker(boolean on);

    boolean loudspeaker();

    /** Silence, usual volume, loudspeaker off: the next person finds nothing of the last one. */
    void visitEnded();
}
