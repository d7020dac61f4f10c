package io.changbai.face.engine;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** Finds faces and eyes with the cascades OpenCV ships: frontal faces, and whether there is one that looks elsewhere. */
final class Detector {

    /** Two eyes, in pixels of the picture. */
    record Eyes(double distance, double roll) {}

    /** A cascade looks at every place in every size; more pixels than these only cost time. */
    private static final int SEARCH_WIDTH = 640;

    private static final int SMALLEST_FACE = 36;
    private static final int AGREEING = 5;
    private static final int EYES_WIDTH = 200;
    private static final double TILT = 30;
    private static final String CASCADES =
            "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/haarcascades/";

    private final CascadeClassifier frontal = cascade("haarcascade_frontalface_alt2.xml");
    private final CascadeClassifier profile = cascade("haarcascade_profileface.xml");
    private final CascadeClassifier eye = cascade("haarcascade_eye.xml");
    private final CascadeClassifier eyeWithGlasses = cascade("haarcascade_eye_tree_eyeglasses.xml");

    Detector() throws IOException {
        opencv_core.setNumThreads(1);
    }

    private static CascadeClassifier cascade(String name) throws IOException {
        File file = Loader.cacheResource(Detector.class, CASCADES + name);
        CascadeClassifier cascade = file == null ? null : new CascadeClassifier(file.getPath());
        if (cascade == null || cascade.empty()) {
            throw new IOException("the cascade " + name + " is not in the platform's jar");
        }
        return cascade;
    }

    /** Faces that look here, largest first, in pixels of the picture. */
    List<Rect> faces(Mat grey) {
        double scale = Math.min(1, (double) SEARCH_WIDTH / grey.cols());
        try (Mat small = new Mat();
                Size size = new Size((int) (grey.cols() * scale), (int) (grey.rows() * scale))) {
            resize(grey, small, size, 0, 0, INTER_AREA);
            List<Rect> found = search(frontal, small, scale);
            Wiped.all(small);
            return found;
        }
    }

    /** Whether somebody is there who looks aside or holds the head askew. */
    boolean someoneLooksElsewhere(Mat grey) {
        double scale = Math.min(1, (double) SEARCH_WIDTH / grey.cols());
        try (Mat small = new Mat();
                Mat changed = new Mat();
                Size size = new Size((int) (grey.cols() * scale), (int) (grey.rows() * scale))) {
            resize(grey, small, size, 0, 0, INTER_AREA);
            boolean found = !search(profile, small, scale).isEmpty();
            opencv_core.flip(small, changed, 1);
            found = found || !search(profile, changed, scale).isEmpty();
            found = found || isTilted(small, changed, TILT) || isTilted(small, changed, -TILT);
            Wiped.all(small, changed);
            return found;
        }
    }

    private boolean isTilted(Mat small, Mat turned, double degrees) {
        try (Point2f centre = new Point2f(small.cols() / 2f, small.rows() / 2f);
                Mat turn = opencv_imgproc.getRotationMatrix2D(centre, degrees, 1)) {
            opencv_imgproc.warpAffine(small, turned, turn, small.size());
            return !search(frontal, turned, 1).isEmpty();
        }
    }

    private static List<Rect> search(CascadeClassifier cascade, Mat grey, double scale) {
        List<Rect> found = new ArrayList<>();
        try (RectVector rects = new RectVector();
                Size smallest = new Size(SMALLEST_FACE, SMALLEST_FACE);
                Size largest = new Size()) {
            cascade.detectMultiScale(grey, rects, 1.1, AGREEING, 0, smallest, largest);
            for (long i = 0; i < rects.size(); i++) {
                Rect rect = rects.get(i);
                found.add(
                        new Rect((int) (rect.x() / scale), (int) (rect.y() / scale), (int) (rect.width() / scale), (int)
                                (rect.height() / scale)));
            }
        }
        found.sort(Comparator.comparingInt((Rect rect) -> rect.width() * rect.height())
                .reversed());
        return found;
    }

    /** The pair of eyes in the upper part of a face; empty when one is closed, covered or turned away. */
    Optional<Eyes> eyes(Mat grey, Rect face) {
        int height = face.height() * 6 / 10;
        double scale = (double) EYES_WIDTH / face.width();
        try (Rect upper = new Rect(face.x(), face.y(), face.width(), height);
                Mat part = new Mat(grey, upper);
                Mat same = new Mat();
                Size size = new Size(EYES_WIDTH, (int) (height * scale))) {
            resize(part, same, size);
            Optional<Eyes> pair = pair(eye, same, scale).or(() -> pair(eyeWithGlasses, same, scale));
            Wiped.all(same);
            return pair;
        }
    }

    private static Optional<Eyes> pair(CascadeClassifier cascade, Mat upper, double scale) {
        List<Rect> left = new ArrayList<>();
        List<Rect> right = new ArrayList<>();
        try (RectVector rects = new RectVector();
                Size smallest = new Size(EYES_WIDTH / 10, EYES_WIDTH / 10);
                Size largest = new Size(EYES_WIDTH / 2, EYES_WIDTH / 2)) {
            cascade.detectMultiScale(upper, rects, 1.05, 3, 0, smallest, largest);
            for (long i = 0; i < rects.size(); i++) {
                Rect rect = rects.get(i);
                (rect.x() + rect.width() / 2 < EYES_WIDTH / 2 ? left : right).add(new Rect(rect));
            }
        }
        Optional<Eyes> best = Optional.empty();
        double evenness = EYES_WIDTH * 0.25;
        for (Rect one : left) {
            for (Rect other : right) {
                double dx = centre(other.x(), other.width()) - centre(one.x(), one.width());
                double dy = centre(other.y(), other.height()) - centre(one.y(), one.height());
                // eyes are a quarter to two thirds of a face apart, and of about the same height
                if (dx > EYES_WIDTH * 0.25 && dx < EYES_WIDTH * 0.66 && Math.abs(dy) < evenness) {
                    evenness = Math.abs(dy);
                    best = Optional.of(new Eyes(Math.hypot(dx, dy) / scale, Math.atan2(dy, dx)));
                }
            }
        }
        return best;
    }

    private static double centre(int from, int length) {
        return from + length / 2.0;
    }
}
