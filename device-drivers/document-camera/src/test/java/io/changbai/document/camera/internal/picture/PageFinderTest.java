package io.changbai.document.camera.internal.picture;

import static io.changbai.document.camera.internal.picture.Drawn.quad;
import static io.changbai.document.camera.internal.picture.Drawn.table;
import static io.changbai.document.camera.internal.picture.Drawn.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.document.camera.internal.picture.PageFinder.Found;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageFinderTest {

    private static final Quad A4_FROM_THE_SIDE = quad(90, 50, 300, 40, 330, 250, 70, 260);

    private static Found look(Picture picture) {
        return PageFinder.look(picture);
    }

    @Test
    void seesNothingInNoise() {
        Picture noise = table(0);
        new Random(5).nextBytes(noise.pixels());
        assertThat(look(noise)).isInstanceOf(Found.Nothing.class);
    }

    @Test
    void seesNothingOnAnEmptyTableDarkOrBright() {
        assertThat(look(table(40))).isInstanceOf(Found.Nothing.class);
        assertThat(look(table(200))).isInstanceOf(Found.Nothing.class);
    }

    @Test
    void tellsDarknessAndDuskFromAnEmptyTable() {
        assertThat(look(table(8))).isInstanceOf(Found.Darkness.class);
        assertThat(look(with(table(12), A4_FROM_THE_SIDE, 55))).isInstanceOf(Found.Darkness.class);
    }

    @Test
    void findsTheCornersOfAPageSeenFromTheSide() {
        Found found = look(with(table(40), A4_FROM_THE_SIDE, 220));
        assertThat(found)
                .isInstanceOfSatisfying(
                        Found.Page.class,
                        page -> assertThat(page.quad().moved(A4_FROM_THE_SIDE)).isLessThan(2.5));
    }

    @Test
    void findsAPageInAnyTurn() {
        for (int degrees = -44; degrees <= 44; degrees += 11) {
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            double[] xy = new double[8];
            double[][] corners = {{-70, -99}, {70, -99}, {70, 99}, {-70, 99}};
            for (int i = 0; i < 4; i++) {
                xy[2 * i] = 200 + corners[i][0] * cos - corners[i][1] * sin;
                xy[2 * i + 1] = 150 + corners[i][0] * sin + corners[i][1] * cos;
            }
            Found found = look(with(table(40), quad(xy), 220));
            assertThat(found)
                    .as(degrees + " degrees")
                    .isInstanceOfSatisfying(
                            Found.Page.class,
                            page -> assertThat(page.quad().moved(quad(xy))).isLessThan(2.5));
        }
    }

    @Test
    void saysThatAPageReachesOverTheEdge() {
        assertThat(look(with(table(40), quad(250, 50, 450, 50, 450, 250, 250, 250), 220)))
                .isInstanceOf(Found.Partly.class);
    }

    @Test
    void takesNoTriangleStripOrSpotForAPage() {
        assertThat(look(with(table(40), quad(60, 40, 61, 40, 320, 260, 60, 260), 220)))
                .isInstanceOf(Found.Nothing.class);
        assertThat(look(with(table(40), quad(20, 100, 380, 100, 380, 140, 20, 140), 220)))
                .isInstanceOf(Found.Nothing.class);
        assertThat(look(with(table(40), quad(200, 150, 215, 150, 215, 170, 200, 170), 220)))
                .isInstanceOf(Found.Nothing.class);
    }

    @Test
    void findsTheLargerOfTwoPapers() {
        Picture two = with(table(40), quad(20, 20, 70, 20, 70, 90, 20, 90), 230);
        Quad larger = quad(150, 40, 310, 40, 310, 266, 150, 266);
        assertThat(look(with(two, larger, 230)))
                .isInstanceOfSatisfying(
                        Found.Page.class,
                        page -> assertThat(page.quad().moved(larger)).isLessThan(2.5));
    }

    @Test
    void straightensWhatWasSeenFromTheSide() {
        Picture seen = with(table(40), A4_FROM_THE_SIDE, 220);
        // The middle of the left half of the page carries a dark mark.
        Spot mark = A4_FROM_THE_SIDE
                .upperLeft()
                .towards(A4_FROM_THE_SIDE.lowerLeft(), 0.5)
                .towards(A4_FROM_THE_SIDE.upperRight().towards(A4_FROM_THE_SIDE.lowerRight(), 0.5), 0.25);
        with(
                seen,
                quad(
                        mark.x() - 6,
                        mark.y() - 6,
                        mark.x() + 6,
                        mark.y() - 6,
                        mark.x() + 6,
                        mark.y() + 6,
                        mark.x() - 6,
                        mark.y() + 6),
                20);
        Picture page = new Perspective(A4_FROM_THE_SIDE.inset(0.01)).straighten(seen, 200, 200);
        assertThat(page.luma(5, 5)).isGreaterThan(200);
        assertThat(page.luma(195, 195)).isGreaterThan(200);
        assertThat(page.luma(150, 100)).isGreaterThan(200);
        boolean marked = false;
        for (int i = 0; i < 40 * 40; i++) {
            marked |= page.luma(30 + i % 40, 80 + i / 40) < 60;
        }
        assertThat(marked).isTrue();
    }

    @Test
    void callsAPageWithNothingOnItUnsharp() {
        Picture blank = Picture.blank(100, 100, 1);
        Arrays.fill(blank.pixels(), (byte) 230);
        assertThat(Sharpness.of(blank)).isZero();
        assertThat(Sharpness.of(Picture.blank(1, 1, 3))).isZero();
    }
}
