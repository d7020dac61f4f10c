package io.changbai.device.emulators.photo;

import java.util.Locale;
import java.util.Random;

/** Takes photographs of invented codes. The same seed and number give the same photograph. */
public final class CodePhotos {

    private CodePhotos() {}

    /** A photograph of a code, easy or hard as people's photographs are: most have one trouble or none, some have many. */
    public static CodePhoto withCode(long seed, int number) {
        double dice = new Random(seed * 7_919 + number * 31L).nextDouble();
        return withCode(seed, number, dice * dice * 0.5);
    }

    /** @param hardship 0 to 1, how often something is wrong with it */
    public static CodePhoto withCode(long seed, int number, double hardship) {
        return new Photographer(new Random(seed * 1_000_003 + number), hardship).takeCode();
    }

    /** A photograph of print, tables and patterns, but of no code. */
    public static CodePhoto withoutCode(long seed, int number) {
        return new Photographer(new Random(seed * 1_000_003 + number + 500_000), 1).takeClutter();
    }

    /** A clean picture of a code, so many pixels wide, turned by degrees. */
    public static CodePhoto clean(String text, int side, double degrees) {
        Symbol symbol = Symbol.plain(text);
        Pose pose = Pose.straight(Math.toRadians(degrees), side / (symbol.dimension * 1.45 + 8.0));
        float[] picture = Photographer.expose(side, side, symbol, pose, Surroundings.white(), (ink, x, y) -> ink);
        return new CodePhoto(
                side,
                side,
                Darkroom.develop(picture, 0, new Random(0)),
                text,
                String.format(Locale.ROOT, "clean, turned by %.0f", degrees));
    }

    /** A telephone with a code, held before a camera of 640 by 480, as JPEG. */
    public static byte[] jpegFrame(String text) {
        Symbol symbol = Symbol.plain(text);
        Pose pose = Pose.straight(0.08, Math.min(7, 330.0 / symbol.dimension));
        Photographer.Lamp screen = (ink, x, y) -> 0.12 + 0.75 * ink + x / 4000;
        float[] picture = Photographer.expose(640, 480, symbol, pose, Surroundings.telephone(symbol.dimension), screen);
        return Darkroom.jpeg(Darkroom.develop(Darkroom.blur(picture, 640, 0.8), 0.01, new Random(1)), 640, 0.8f);
    }
}
