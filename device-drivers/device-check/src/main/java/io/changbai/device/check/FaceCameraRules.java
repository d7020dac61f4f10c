package io.changbai.device.check;

import io.changbai.device.api.face.FaceCamera;
import io.changbai.device.contract.FaceCameraContract;

/** Run by the command, found by name. */
final class FaceCameraRules extends Rules<FaceCamera, FaceCameraContract.FaceHands> implements FaceCameraContract {}
