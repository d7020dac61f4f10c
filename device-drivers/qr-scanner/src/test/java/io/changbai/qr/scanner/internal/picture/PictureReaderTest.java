package io.changbai.qr.scanner.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.scanner.GreyPicture;
import io.changbai.device.api.scanner.ScannedCode;
import io.changbai.device.emulators.photo.CodePhoto;
import io.changbai.device.emulators.photo.CodePhotos;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureReaderTest {

    /** Time is of no matter here: a busy machine must not decide what is read. */
    private static final long HOUR = 3_600_000;

    private final PictureReader reader = new PictureReader(Attempts.ORDER, HOUR);

    @Test
    void seesNothingInPicturesTooSmallToHoldACode() {
        for (int side = 1; side < 30; side++) {
            assertThat(reader.read(new GreyPicture(side, side, new byte[side * side])))
                    .isEmpty();
            assertThat(reader.read(noise(side, 1, side))).isEmpty();
            assertThat(reader.read(noise(1, side, side))).isEmpty();
        }
    }

    @Test
    void refusesPicturesWhoseSizesDoNotFit() {
        assertThatThrownBy(() -> new GreyPicture(0, 0, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GreyPicture(10, 10, new byte[99])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GreyPicture(70_000, 70_000, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void seesNothingInNoise() {
        for (int seed = 0; seed < 3; seed++) {
            assertThat(reader.read(noise(300, 200, seed))).isEmpty();
        }
    }

    @Test
    void seesNothingWhereNoCodeIs() {
        IntStream.range(0, 25)
                .parallel()
                .forEach(number -> assertThat(reader.read(grey(CodePhotos.withoutCode(3, number))))
                        .as("clutter %d", number)
                        .isEmpty());
    }

    @Test
    void stopsWhenItsTimeIsOver() {
        AtomicInteger looks = new AtomicInteger();
        Attempt never = new Attempt("never", 0, picture -> picture, Binariser::global, (ink, picture, budget) -> {
            looks.incrementAndGet();
            return Optional.empty();
        });
        assertThat(new PictureReader(List.of(never, never, never), 0).read(noise(50, 50, 1)))
                .isEmpty();
        assertThat(looks).hasValue(1);
    }

    @Test
    void triesEachWayOnceAndNoMore() {
        assertThat(Attempts.ORDER)
                .extracting(Attempt::name)
                .doesNotHaveDuplicates()
                .hasSizeLessThan(24);
    }

    @Test
    void readsACodeTurnedByAnyAngle() {
        for (int degrees = 0; degrees < 360; degrees += 15) {
            CodePhoto photo = CodePhotos.clean("社保码-" + degrees, 300, degrees);
            assertThat(reader.read(grey(photo))).map(ScannedCode::text).contains(photo.text());
        }
    }

    @Test
    void readsNineOfTenPhotographsAndNoneWrongly() {
        long read = IntStream.range(0, 80).parallel().filter(this::isRead).count();
        assertThat(read).isGreaterThan(72);
    }

    @Test
    void saysNothingOfWhatItRead() {
        CodePhoto photo = CodePhotos.clean("secret", 200, 0);
        assertThat(reader.read(grey(photo)).toString()).doesNotContain("secret");
    }

    private boolean isRead(int number) {
        CodePhoto photo = CodePhotos.withCode(7, number);
        Optional<String> text = reader.read(grey(photo)).map(ScannedCode::text);
        text.ifPresent(read -> assertThat(read).as(photo.story()).isEqualTo(photo.text()));
        return text.isPresent();
    }

    private static GreyPicture noise(int width, int height, int seed) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        return new GreyPicture(width, height, pixels);
    }

    private static GreyPicture grey(CodePhoto photo) {
        return new GreyPicture(photo.width(), photo.height(), photo.pixels());
    }
}
