package io.changbai.face.engine;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Native memory is given back as it is; pictures in it are overwritten first. */
final class Wiped {

    private Wiped() {}

    static void all(Mat... pictures) {
        for (Mat picture : pictures) {
            if (!picture.empty()) {
                try (Scalar black = new Scalar(0)) {
                    picture.put(black);
                }
            }
        }
    }
}
