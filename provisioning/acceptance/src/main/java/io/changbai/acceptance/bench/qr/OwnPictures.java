package io.changbai.acceptance.bench.qr;

import io.changbai.device.api.scanner.GreyPicture;
import io.changbai.device.emulators.photo.CodePhoto;
import io.changbai.device.emulators.photo.CodePhotos;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Pictures drawn from a seed, for when nobody brought any; and camera frames. */
final class OwnPictures {

    static final int FRAME_WIDTH = 1280;
    static final int FRAME_HEIGHT = 720;

    private OwnPictures() {}

    /** So many photographs of codes, and half as many without. */
    static List<TestPicture> take(int count, long seed) {
        return IntStream.range(0, count + count / 2)
                .parallel()
                .mapToObj(i -> i < count ? CodePhotos.withCode(seed, i) : CodePhotos.withoutCode(seed, i - count))
                .map(photo -> new TestPicture(photo.story(), grey(photo), photo.text()))
                .toList();
    }

    /** A cluttered 720p frame; every fifth shows no code. */
    static TestPicture frame(long seed, int number) {
        byte[] frame = new byte[FRAME_WIDTH * FRAME_HEIGHT];
        for (int tile = 0; tile < 6; tile++) {
            CodePhoto clutter = CodePhotos.withoutCode(seed, number * 7 + tile);
            paste(clutter, frame, tile % 3 * 440, tile / 3 * 360);
        }
        if (number % 5 == 4) {
            return new TestPicture("frame", new GreyPicture(FRAME_WIDTH, FRAME_HEIGHT, frame), "");
        }
        CodePhoto photo = CodePhotos.withCode(seed, number);
        Random random = new Random(seed + number);
        paste(photo, frame, random.nextInt(FRAME_WIDTH - photo.width()), random.nextInt(FRAME_HEIGHT - photo.height()));
        return new TestPicture("frame", new GreyPicture(FRAME_WIDTH, FRAME_HEIGHT, frame), photo.text());
    }

    private static void paste(CodePhoto photo, byte[] frame, int left, int top) {
        int width = Math.min(photo.width(), FRAME_WIDTH - left);
        for (int y = 0; y < Math.min(photo.height(), FRAME_HEIGHT - top); y++) {
            System.arraycopy(photo.pixels(), y * photo.width(), frame, (top + y) * FRAME_WIDTH + left, width);
        }
    }

    private static GreyPicture grey(CodePhoto photo) {
        return new GreyPicture(photo.width(), photo.height(), photo.pixels());
    }
}
