package io.changbai.device.api.scanner;

import java.util.Optional;

/** Finds a QR code in pictures. A service; may be called by any thread. */
public interface CodePictures {

    /**
     * Takes all the trouble there is: a picture with a plain code is read within a millisecond, one without any costs some
     * tens of milliseconds. Never throws for what a picture shows.
     */
    Optional<ScannedCode> read(GreyPicture picture);

    /** A new look at a camera that shows one frame after another. */
    CodeWatch watch();
}
