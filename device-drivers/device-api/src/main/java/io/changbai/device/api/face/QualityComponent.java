package io.changbai.device.api.face;

/**
 * What is judged of a picture of a face: the components of ISO/IEC 29794-5 in the names of its reference implementation
 * OFIQ, in its order. {@link #toString} is OFIQ's name. An engine judges some of them.
 */
public enum QualityComponent {
    UNIFIED_QUALITY_SCORE("UnifiedQualityScore"),
    BACKGROUND_UNIFORMITY("BackgroundUniformity"),
    ILLUMINATION_UNIFORMITY("IlluminationUniformity"),
    LUMINANCE_MEAN("LuminanceMean"),
    LUMINANCE_VARIANCE("LuminanceVariance"),
    UNDER_EXPOSURE_PREVENTION("UnderExposurePrevention"),
    OVER_EXPOSURE_PREVENTION("OverExposurePrevention"),
    DYNAMIC_RANGE("DynamicRange"),
    SHARPNESS("Sharpness"),
    COMPRESSION_ARTIFACTS("CompressionArtifacts"),
    NATURAL_COLOUR("NaturalColour"),
    SINGLE_FACE_PRESENT("SingleFacePresent"),
    EYES_OPEN("EyesOpen"),
    MOUTH_CLOSED("MouthClosed"),
    EYES_VISIBLE("EyesVisible"),
    MOUTH_OCCLUSION_PREVENTION("MouthOcclusionPrevention"),
    FACE_OCCLUSION_PREVENTION("FaceOcclusionPrevention"),
    INTER_EYE_DISTANCE("InterEyeDistance"),
    HEAD_SIZE("HeadSize"),
    LEFTWARD_CROP("LeftwardCropOfTheFaceImage"),
    RIGHTWARD_CROP("RightwardCropOfTheFaceImage"),
    DOWNWARD_CROP("DownwardCropOfTheFaceImage"),
    UPWARD_CROP("UpwardCropOfTheFaceImage"),
    HEAD_POSE_YAW("HeadPoseYaw"),
    HEAD_POSE_PITCH("HeadPosePitch"),
    HEAD_POSE_ROLL("HeadPoseRoll"),
    EXPRESSION_NEUTRALITY("ExpressionNeutrality"),
    NO_HEAD_COVERINGS("NoHeadCoverings");

    private final String ofiqName;

    QualityComponent(String ofiqName) {
        this.ofiqName = ofiqName;
    }

    @Override
    public String toString() {
        return ofiqName;
    }
}
