package io.changbai.device.api.scanner;

import java.util.Optional;

/**
 * Looks at the frames of one camera, one after another, and spends at most 12 ms on each: the cheapest look at every frame,
 * and one of the dearer ones in turn, so that a code held for half a second is seen in every way. For one thread; keeps no frame.
 */
public interface CodeWatch {

    /** Looks at the next frame; empty when no code was read in it. */
    Optional<ScannedCode> next(GreyPicture frame);
}
