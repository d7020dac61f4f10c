package io.changbai.device.emulators.internal.escpos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Optional;

/** The printer's QR store: the host sets size, level and data, then asks for the symbol. No quiet zone is added. */
final class QrSymbol {
    private static final int DEFAULT_MODULE = 3;

    private int module = DEFAULT_MODULE;
    private ErrorCorrectionLevel level = ErrorCorrectionLevel.L;
    private byte[] data = {};

    void module(int dots) {
        if (dots >= 1 && dots <= 16) {
            module = dots;
        }
    }

    /** 30 to 33 hexadecimal: L, M, Q, H. */
    void level(int code) {
        level = switch (code) {
            case 0x31 -> ErrorCorrectionLevel.M;
            case 0x32 -> ErrorCorrectionLevel.Q;
            case 0x33 -> ErrorCorrectionLevel.H;
            default -> ErrorCorrectionLevel.L;
        };
    }

    void store(byte[] bytes) {
        data = bytes;
    }

    String content() {
        return new String(data, UTF_8);
    }

    /** The symbol as rows of dots, or nothing when no data is stored or it does not fit any symbol. */
    Optional<Dots> draw() {
        if (data.length == 0) {
            return Optional.empty();
        }
        try {
            // One character per byte: the printer encodes bytes and knows no character set.
            return Optional.of(
                    dots(Encoder.encode(new String(data, ISO_8859_1), level).getMatrix()));
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
    }

    private Dots dots(ByteMatrix symbol) {
        int bytesPerRow = (symbol.getWidth() * module + 7) / 8;
        byte[] bits = new byte[bytesPerRow * symbol.getHeight() * module];
        for (int y = 0; y < symbol.getHeight() * module; y++) {
            for (int x = 0; x < symbol.getWidth() * module; x++) {
                if (symbol.get(x / module, y / module) == 1) {
                    bits[y * bytesPerRow + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return new Dots(bits, bytesPerRow);
    }

    /** Rows of dots, eight to a byte. */
    static final class Dots {
        final byte[] bits;
        final int bytesPerRow;

        Dots(byte[] bits, int bytesPerRow) {
            this.bits = bits;
            this.bytesPerRow = bytesPerRow;
        }
    }
}
