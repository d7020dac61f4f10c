package io.changbai.document.camera.internal;

import java.time.Duration;

/**
 * What a page must be like, and how large it may become.
 *
 * @param mostPixels of one frame; larger frames are not decoded
 * @param sharpness least sharpness in percent, see {@code Sharpness}
 * @param longEdge most pixels of a page's longer edge
 * @param bytes most bytes of a page's JPEG
 * @param stall a camera that sends no usable picture for so long is stuck
 */
record PageRules(int mostPixels, double sharpness, int longEdge, int bytes, Duration stall) {

    static final PageRules STANDARD = new PageRules(5_100_000, 4, 2_480, 1_000_000, Duration.ofSeconds(5));
}
