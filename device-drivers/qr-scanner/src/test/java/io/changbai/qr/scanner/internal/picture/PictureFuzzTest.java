package io.changbai.qr.scanner.internal.picture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.changbai.device.api.scanner.GreyPicture;
import java.util.Arrays;

/** Pictures that somebody holds before a camera: any pixels, any size, and JPEG files that are none. */
class PictureFuzzTest {

    private final PictureReader reader = new PictureReader(Attempts.ORDER, 20);

    @FuzzTest
    void survivesWhateverIsHeldBeforeIt(byte[] bytes) {
        if (bytes.length < 3) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(bytes, 3, bytes.length);
        if (bytes[0] == 0) {
            JpegGrey.of(rest).filter(PictureFuzzTest::small).ifPresent(reader::read);
        } else {
            reader.read(picture(1 + (bytes[1] & 0x3F), 1 + (bytes[2] & 0x3F), rest));
        }
    }

    private static boolean small(GreyPicture picture) {
        return picture.width() <= 256 && picture.height() <= 256;
    }

    /** Each bit is a module of three by three pixels. */
    private static GreyPicture picture(int across, int down, byte[] bits) {
        byte[] pixels = new byte[9 * across * down];
        for (int y = 0; y < 3 * down; y++) {
            for (int x = 0; x < 3 * across; x++) {
                int bit = y / 3 * across + x / 3;
                boolean light = bit / 8 >= bits.length || (bits[bit / 8] >> (bit % 8) & 1) == 0;
                pixels[y * 3 * across + x] = (byte) (light ? 0xF0 : 0x10);
            }
        }
        return new GreyPicture(3 * across, 3 * down, pixels);
    }
}
