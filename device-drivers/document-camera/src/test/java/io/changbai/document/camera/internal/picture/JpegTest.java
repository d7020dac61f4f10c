package io.changbai.document.camera.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JpegTest {

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] noise(int width, int height, int bands) throws Exception {
        Picture picture = Picture.blank(width, height, bands);
        new Random(1).nextBytes(picture.pixels());
        return Jpeg.encode(picture, 0.8f, 1_000_000).orElseThrow();
    }

    @Test
    void readsNoHeaderOutOfGarbageAndProgressivePictures() {
        for (String hex : new String[] {
            "",
            "FF D8",
            "FF D8 FF D9",
            "FF D8 FF C0 00 11 08 FF D9", // ends within the frame header
            "FF D8 FF E0 00 00 FF D9 00 00 00 00 00 00 FF D9", // a segment of length 0 would never end
            "FF D8 FF E0 FF FF FF D9 00 00 00 00 00 00 FF D9", // a segment longer than the picture
            "FF D8 FF C2 00 11 08 01 00 01 00 03 00 00 00 00 00 FF D9", // progressive
            "FF D8 FF C0 00 11 08 00 00 01 00 03 00 00 00 00 00 FF D9", // no height: told later
            "FF D8 FF C0 00 11 08 01 00 01 00 04 00 00 00 00 00 FF D9" // four bands
        }) {
            assertThat(JpegHeader.of(bytes(hex))).as(hex).isEmpty();
        }
        assertThat(JpegHeader.of(bytes("FF D8 FF C0 00 11 08 01 00 02 00 03 00 00 00 00 00 FF D9")))
                .contains(new JpegHeader(512, 256));
    }

    @Test
    void decodesNothingOfDamagedPicturesAndNeverThrows() throws Exception {
        byte[] good = noise(64, 48, 3);
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            byte[] bad = Arrays.copyOf(good, 2 + random.nextInt(good.length - 2));
            for (int hits = 0; hits < 4; hits++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            JpegHeader.of(bad);
            Jpeg.glance(bad, 2);
        }
        assertThat(Jpeg.glance(Arrays.copyOf(good, good.length / 2), 1)).isEmpty();
        assertThat(Jpeg.decode(good, new Rectangle(1_000, 1_000, 5, 5))).isEmpty();
    }

    @Test
    void decodesTheRegionThatWasAskedForInColourAndGrey() throws Exception {
        for (int bands : new int[] {1, 3}) {
            Picture part = Jpeg.decode(noise(64, 48, bands), new Rectangle(8, 8, 20, 10))
                    .orElseThrow();
            assertThat(part.width()).isEqualTo(20);
            assertThat(part.height()).isEqualTo(10);
            assertThat(part.bands()).isEqualTo(bands);
        }
    }

    @Test
    void keepsColoursThroughEncodingAndDecoding() throws Exception {
        Picture red = Picture.blank(32, 32, 3);
        for (int at = 2; at < red.pixels().length; at += 3) {
            red.pixels()[at] = (byte) 250; // blue, green, red
        }
        byte[] jpeg = Jpeg.encode(red, 0.9f, 100_000).orElseThrow();
        Picture again = Jpeg.decode(jpeg, new Rectangle(0, 0, 32, 32)).orElseThrow();
        assertThat(again.pixels()[0] & 0xFF).isLessThan(20);
        assertThat(again.pixels()[2] & 0xFF).isGreaterThan(230);
    }

    @Test
    void encodesNothingThatNeedsMoreRoom() throws Exception {
        Picture picture = Picture.blank(256, 256, 3);
        new Random(1).nextBytes(picture.pixels());
        assertThat(Jpeg.encode(picture, 0.8f, 1_000)).isEmpty();
        assertThat(Jpeg.encode(picture, 0.8f, 200_000))
                .hasValueSatisfying(jpeg -> assertThat(JpegHeader.of(jpeg)).contains(new JpegHeader(256, 256)));
    }
}
