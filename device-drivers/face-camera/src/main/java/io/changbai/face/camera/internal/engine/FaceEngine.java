package io.changbai.face.camera.internal.engine;

import io.changbai.device.api.driver.DeviceThread.Cancellation;

/** Finds the face on a picture and says how good it is. Used on the camera's thread. */
public interface FaceEngine extends AutoCloseable {

    /** Whether there is one that works; decides whether the camera says that it scores faces. */
    enum Condition {
        /** None is configured, or it cannot work on this machine. */
        NONE,
        /** Not started yet. */
        UNTRIED,
        WORKS,
        /** It did start once, or should, and fails now. */
        FAILS
    }

    /** A capture begins: whatever takes time to start is started, and nothing is waited for. */
    void prepare();

    /** Asks about one picture; comes back within the engine's time-out, at once when cancelled. */
    Judgement judge(byte[] jpeg, Cancellation cancellation);

    /** The capture is over: what is left of its pictures is overwritten. */
    void forget();

    /** Between captures: an engine nobody used for long is ended. */
    void rest();

    Condition condition();

    /** Name and version as the engine says them; empty before it did. */
    String name();

    boolean checksLiveness();

    @Override
    void close();
}
