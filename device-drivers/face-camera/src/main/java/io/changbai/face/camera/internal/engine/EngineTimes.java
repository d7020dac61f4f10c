package io.changbai.face.camera.internal.engine;

import java.time.Duration;

/**
 * How long an engine may take (docs/protocols/face-engine.md §5).
 *
 * @param start from its start to READY; loading models takes seconds on a small machine
 * @param answer for one picture
 * @param linger without work until it is ended
 */
public record EngineTimes(Duration start, Duration answer, Duration linger) {

    public static final EngineTimes STANDARD =
            new EngineTimes(Duration.ofSeconds(20), Duration.ofSeconds(3), Duration.ofMinutes(2));
}
