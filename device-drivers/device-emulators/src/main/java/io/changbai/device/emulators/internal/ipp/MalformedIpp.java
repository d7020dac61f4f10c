package io.changbai.device.emulators.internal.ipp;

/** The request is no IPP message, or stops in the middle of one. */
public final class MalformedIpp extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedIpp(String why) {
        super(why);
    }
}
