package io.changbai.qr.scanner.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.emulators.photo.CodePhotos;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JpegGreyTest {

    private final byte[] jpeg = CodePhotos.jpegFrame("frame");

    @Test
    void readsTheBrightnessOfAFrame() {
        assertThat(JpegGrey.of(jpeg)).hasValueSatisfying(picture -> {
            assertThat(picture.width()).isEqualTo(640);
            assertThat(picture.height()).isEqualTo(480);
            assertThat(picture.at(320, 20)).isLessThan(150);
        });
    }

    @Test
    void throwsNothingAtTornFramesAndGarbage() {
        Random random = new Random(5);
        for (int length = 0; length < jpeg.length; length += 97) {
            JpegGrey.of(Arrays.copyOf(jpeg, length));
            byte[] torn = jpeg.clone();
            random.ints(20, 0, torn.length).forEach(at -> torn[at] = (byte) random.nextInt());
            JpegGrey.of(torn);
        }
        assertThat(JpegGrey.of(new byte[0])).isEmpty();
    }

    @Test
    void refusesAPictureThatWouldFillTheMemory() {
        byte[] large = jpeg.clone();
        for (int at = 2; at < large.length; at++) {
            if ((large[at] & 0xFF) == 0xFF && (large[at + 1] & 0xFF) == 0xC0) { // SOF0: height and width 5 bytes on
                Arrays.fill(large, at + 5, at + 9, (byte) 0xFF);
                break;
            }
        }
        assertThat(JpegGrey.of(large)).isEmpty();
    }
}
