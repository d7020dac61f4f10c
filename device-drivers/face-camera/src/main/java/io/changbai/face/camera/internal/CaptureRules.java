package io.changbai.face.camera.internal;

import java.time.Duration;

/**
 * What a site asks of a picture.
 *
 * @param livenessRequired whether a face that nobody checked for life is refused
 * @param stall without a usable picture until the camera counts as stuck
 */
record CaptureRules(QualityGate gate, boolean livenessRequired, Duration stall) {}
