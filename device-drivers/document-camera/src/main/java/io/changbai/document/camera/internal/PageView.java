package io.changbai.document.camera.internal;

import io.changbai.document.camera.internal.picture.Jpeg;
import io.changbai.document.camera.internal.picture.JpegHeader;
import io.changbai.document.camera.internal.picture.PageFinder;
import io.changbai.document.camera.internal.picture.PageFinder.Found;
import io.changbai.document.camera.internal.picture.Picture;
import io.changbai.document.camera.internal.picture.Quad;
import java.util.Optional;

/**
 * One coarse look at a frame: is a page there, and where, in the frame's own pixels. Its size is bounded before anything
 * of it is decoded.
 */
final class PageView {

    private static final int SMALLEST_WIDTH = 320;
    private static final int SMALLEST_HEIGHT = 240;
    private static final int GLANCE = 480;

    private PageView() {}

    /** Empty when the frame is damaged, or too small or too large. */
    static Optional<Found> of(byte[] frame, PageRules rules) {
        return JpegHeader.of(frame).filter(header -> isBounded(header, rules)).flatMap(header -> look(frame, header));
    }

    private static boolean isBounded(JpegHeader header, PageRules rules) {
        return header.width() >= SMALLEST_WIDTH
                && header.height() >= SMALLEST_HEIGHT
                && header.pixels() <= rules.mostPixels();
    }

    private static Optional<Found> look(byte[] frame, JpegHeader header) {
        int step = Math.max(1, Math.max(header.width(), header.height()) / GLANCE);
        return Jpeg.glance(frame, step).map(glance -> inFrame(glance, step));
    }

    private static Found inFrame(Picture glance, int step) {
        Found found = PageFinder.look(glance);
        glance.wipe();
        if (found instanceof Found.Page page) {
            Quad quad = page.quad().scaled(step, 0, 0);
            return new Found.Page(quad);
        }
        return found;
    }
}
