package io.changbai.face.engine;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** From a JPEG to the lines of an ASSESSED answer. Every copy of the picture is overwritten before it comes back. */
final class Assessor {

    private final Detector detector;

    /** @throws IOException a cascade is missing */
    Assessor() throws IOException {
        this.detector = new Detector();
    }

    /** Empty when the bytes are no picture. */
    Optional<String> assess(byte[] jpeg) {
        if (!JpegSize.isSafe(jpeg)) {
            return Optional.empty();
        }
        try (BytePointer bytes = new BytePointer(jpeg);
                Mat encoded = new Mat(1, jpeg.length, CV_8UC1, bytes);
                Mat grey = imdecode(encoded, IMREAD_GRAYSCALE)) {
            Pointer.memset(bytes, 0, jpeg.length);
            if (grey.empty()) {
                return Optional.empty();
            }
            String lines = look(grey);
            Wiped.all(grey);
            return Optional.of(lines);
        }
    }

    private String look(Mat grey) {
        List<Rect> faces = detector.faces(grey);
        Scores scores = new Scores();
        int filling = 0;
        if (faces.isEmpty()) {
            scores.put("SingleFacePresent", 0);
            nobody(grey, scores);
        } else {
            Rect face = faces.get(0);
            filling = Math.min(100, 100 * face.height() / grey.rows());
            scores.put("SingleFacePresent", Scores.singleFace(faces.size() == 1 ? 0 : area(faces.get(1)) / area(face)));
            light(new Pixels(grey, face), scores);
            scores.put("Sharpness", Scores.sharpness(Pixels.sharpness(grey, face)));
            scores.put("HeadSize", Scores.headSize((double) face.height() / grey.rows()));
            posture(grey, face, scores);
        }
        StringBuilder lines = new StringBuilder("faces=" + faces.size() + "\nfilling=" + filling + "\n");
        scores.all().forEach((name, score) -> lines.append("quality." + name + "=" + score + "\n"));
        return lines.append("liveness=notChecked\n").toString();
    }

    /** What can be said without a face: whether it is dark or dazzling, and whether somebody looks elsewhere. */
    private void nobody(Mat grey, Scores scores) {
        try (Rect middle = new Rect(grey.cols() / 4, grey.rows() / 8, grey.cols() / 2, grey.rows() * 6 / 8)) {
            Pixels pixels = new Pixels(grey, middle);
            scores.put("UnderExposurePrevention", Scores.exposure(pixels.dark()));
            scores.put("OverExposurePrevention", Scores.exposure(pixels.bright()));
        }
        scores.put("HeadPoseYaw", detector.someoneLooksElsewhere(grey) ? 0 : Scores.NOT_JUDGED);
    }

    private static void light(Pixels pixels, Scores scores) {
        scores.put("LuminanceMean", Scores.luminanceMean(pixels.mean()));
        scores.put("LuminanceVariance", Scores.luminanceVariance(pixels.variance()));
        scores.put("UnderExposurePrevention", Scores.exposure(pixels.dark()));
        scores.put("OverExposurePrevention", Scores.exposure(pixels.bright()));
        scores.put("DynamicRange", Scores.dynamicRange(pixels.entropy()));
    }

    /** A cascade of frontal faces says that yaw and pitch are small, not how small. */
    private void posture(Mat grey, Rect face, Scores scores) {
        Optional<Detector.Eyes> eyes = detector.eyes(grey, face);
        scores.put("EyesVisible", eyes.isPresent() ? 100 : 0);
        scores.put(
                "InterEyeDistance",
                eyes.map(pair -> Scores.interEyeDistance(pair.distance())).orElse(Scores.NOT_JUDGED));
        scores.put("HeadPoseRoll", eyes.map(pair -> Scores.roll(pair.roll())).orElse(Scores.NOT_JUDGED));
        scores.put("HeadPoseYaw", Scores.NOT_JUDGED);
        scores.put("HeadPosePitch", Scores.NOT_JUDGED);
    }

    private static double area(Rect rect) {
        return (double) rect.width() * rect.height();
    }
}
