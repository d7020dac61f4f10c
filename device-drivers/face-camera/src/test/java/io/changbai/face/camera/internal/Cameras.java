package io.changbai.face.camera.internal;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.FrameSource;
import io.changbai.face.camera.internal.engine.FaceEngine;
import io.changbai.face.camera.internal.engine.NoEngine;
import java.time.Duration;

/** Cameras as tests configure them. */
final class Cameras {

    static final Duration STALL = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofMillis(200);

    private Cameras() {}

    /** Nobody judges its pictures. */
    static StreamFaceCamera plain(FrameSource source, String uri) {
        return judged(source, uri, new NoEngine(), rules(false));
    }

    static StreamFaceCamera judged(FrameSource source, String uri, FaceEngine engine, CaptureRules rules) {
        StreamFaceCamera.Settings settings = new StreamFaceCamera.Settings(uri, REST, rules, true);
        return new StreamFaceCamera(source, settings, engine, new Swap(), new SteadyClock());
    }

    static CaptureRules rules(boolean livenessRequired) {
        QualityGate gate = new QualityGate("SingleFacePresent=80", "InterEyeDistance=37", "Sharpness=25");
        return new CaptureRules(gate, livenessRequired, STALL);
    }
}
