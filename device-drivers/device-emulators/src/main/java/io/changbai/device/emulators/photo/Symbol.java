package io.changbai.device.emulators.photo;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Random;

/** A code to be photographed: its modules, and what people do to modules. */
final class Symbol {

    /** How one module is printed. */
    enum Style {
        SQUARES,
        DOTS,
        GAPS
    }

    final String text;
    final int dimension;
    private final ByteMatrix modules;
    private final Style style;
    private final double logo;

    private Symbol(String text, ByteMatrix modules, Style style, double logo) {
        this.text = text;
        this.modules = modules;
        this.dimension = modules.getWidth();
        this.style = style;
        this.logo = logo;
    }

    static Symbol random(Random random, double hardship) {
        Texts.Sample sample = Texts.random(random);
        double dice = random.nextDouble();
        Style style = dice > 0.1 * hardship ? Style.SQUARES : dice > 0.05 * hardship ? Style.DOTS : Style.GAPS;
        boolean logo = random.nextDouble() < 0.06 * hardship;
        ErrorCorrectionLevel level = logo
                ? ErrorCorrectionLevel.H
                : ErrorCorrectionLevel.values()[Math.min(3, (int) (random.nextDouble() * random.nextDouble() * 5))];
        return new Symbol(sample.text(), encode(sample, level), style, logo ? 0.12 + 0.1 * random.nextDouble() : 0);
    }

    static Symbol plain(String text) {
        return new Symbol(text, encode(new Texts.Sample(text, "UTF-8"), ErrorCorrectionLevel.M), Style.SQUARES, 0);
    }

    private static ByteMatrix encode(Texts.Sample sample, ErrorCorrectionLevel level) {
        try {
            Map<EncodeHintType, ?> hints = Map.of(EncodeHintType.CHARACTER_SET, sample.charset());
            return Encoder.encode(sample.text(), level, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("the text does not fit a code", e);
        }
    }

    /** Whether there is ink at a place in modules; outside the symbol there is none. */
    boolean isDark(double u, double v) {
        if (u < 0 || v < 0 || u >= dimension || v >= dimension || modules.get((int) u, (int) v) != 1) {
            return false;
        }
        if (style == Style.SQUARES || isFinder((int) u, (int) v)) {
            return true;
        }
        double du = u - Math.floor(u) - 0.5;
        double dv = v - Math.floor(v) - 0.5;
        return style == Style.DOTS ? du * du + dv * dv < 0.22 : Math.max(Math.abs(du), Math.abs(dv)) < 0.42;
    }

    /** Whether a picture covers this place, in the middle of the code. */
    boolean isLogo(double u, double v) {
        double half = logo * dimension;
        return Math.abs(u - dimension / 2.0) < half && Math.abs(v - dimension / 2.0) < half;
    }

    private boolean isFinder(int u, int v) {
        return (u < 7 && v < 7) || (u >= dimension - 7 && v < 7) || (u < 7 && v >= dimension - 7);
    }
}
