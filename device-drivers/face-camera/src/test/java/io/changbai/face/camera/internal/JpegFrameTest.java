package io.changbai.face.camera.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JpegFrameTest {

    private static byte[] picture(int height, int width) {
        byte[] bytes = new byte[2_000];
        byte[] head = {
            (byte) 0xFF,
            (byte) 0xD8, // start of image
            (byte) 0xFF,
            (byte) 0xE0,
            0x00,
            0x04,
            0x4A,
            0x46, // a segment of length 4
            (byte) 0xFF,
            (byte) 0xC0,
            0x00,
            0x11,
            0x08, // frame header, length 17, 8 bits
            (byte) (height >> 8),
            (byte) height,
            (byte) (width >> 8),
            (byte) width
        };
        System.arraycopy(head, 0, bytes, 0, head.length);
        bytes[1_998] = (byte) 0xFF; // end of image
        bytes[1_999] = (byte) 0xD9;
        return bytes;
    }

    @Test
    void takesAWholePictureOfACamera() {
        assertThat(JpegFrame.isUsable(picture(480, 640))).isTrue();
    }

    @Test
    void refusesPiecesAndThumbnailsAndOtherBytes() {
        byte[] good = picture(480, 640);
        assertThat(JpegFrame.isUsable(Arrays.copyOf(good, 1_999))).as("cut").isFalse();
        assertThat(JpegFrame.isUsable(Arrays.copyOfRange(good, 1, 2_000)))
                .as("headless")
                .isFalse();
        assertThat(JpegFrame.isUsable(picture(120, 160))).as("thumbnail").isFalse();
        assertThat(JpegFrame.isUsable(Arrays.copyOf(good, 3_000_000)))
                .as("huge")
                .isFalse();
        assertThat(JpegFrame.isUsable(new byte[0])).isFalse();
        good[4] = 0; // the segment's length becomes 0000
        good[5] = 0;
        assertThat(JpegFrame.isUsable(good)).as("a segment without length").isFalse();
    }

    @Test
    void neverThrowsWhateverLiesBetweenStartAndEnd() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = picture(480, 640);
            for (int i = 0; i < 8; i++) {
                bytes[2 + random.nextInt(60)] = (byte) random.nextInt();
            }
            assertThat(JpegFrame.isUsable(bytes)).isIn(true, false);
        }
    }
}
