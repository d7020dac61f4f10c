package io.changbai.receipt.printer.internal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPart.Align;
import io.changbai.device.api.print.ReceiptPart.Gap;
import io.changbai.device.api.print.ReceiptPart.Line;
import io.changbai.device.api.print.ReceiptPart.Qr;
import io.changbai.device.api.print.ReceiptPart.Rule;
import io.changbai.device.api.print.ReceiptPart.Size;
import java.util.List;
import java.util.Optional;

/** Turns the parts of a receipt into the bytes of a job, from initialise to cut, in chunks of whole commands. */
final class ReceiptEncoder {

    /** What a line at 9600 Bd takes within the patience of one write, and at least one band of dots. */
    private static final int CHUNK = 2048;

    private static final int QR_MODULE = 6;
    private static final int QUIET_ZONE = 4;

    private final PrinterProfile profile;
    private final LinePainter painter;

    ReceiptEncoder(PrinterProfile profile) {
        this.profile = profile;
        this.painter = new LinePainter(profile.fonts(), profile.widthDots());
    }

    /** @throws IllegalArgumentException a code that does not fit into a QR code */
    List<byte[]> encode(List<ReceiptPart> parts) {
        CommandSequence out = new CommandSequence(CHUNK);
        out.add(EscPos.INITIALISE);
        out.add(EscPos.CHINESE_MODE);
        parts.forEach(part -> append(out, part));
        out.add(profile.fullCut() ? EscPos.FULL_CUT : EscPos.PARTIAL_CUT);
        return out.chunks();
    }

    private void append(CommandSequence out, ReceiptPart part) {
        if (part instanceof Line line) {
            line(out, line);
        } else if (part instanceof Qr qr) {
            code(out, qr.content());
        } else if (part instanceof Rule) {
            rule(out);
        } else if (part instanceof Gap gap) {
            out.add(EscPos.feedLines(gap.lines()));
        }
    }

    private void line(CommandSequence out, Line line) {
        int scale = line.size() == Size.DOUBLE ? 2 : 1;
        for (String text : PaperLine.wrap(line.text(), profile.columns() / scale)) {
            Optional<byte[]> bytes = profile.rom().encode(text);
            if (bytes.isPresent()) {
                text(out, line, bytes.get());
            } else {
                // The whole line, not the character: a picture and text do not stand beside each other.
                int start = startColumn(text, line.align(), scale);
                painter.paint(text, start, scale, line.bold()).commands().forEach(out::add);
            }
        }
    }

    private static void text(CommandSequence out, Line line, byte[] bytes) {
        out.add(EscPos.align(alignment(line.align())));
        out.add(EscPos.doubled(line.size() == Size.DOUBLE));
        out.add(EscPos.bold(line.bold()));
        out.add(bytes);
        out.add(EscPos.LINE_FEED);
    }

    private int startColumn(String text, Align align, int scale) {
        int free = profile.columns() - PaperLine.columns(text) * scale;
        return switch (align) {
            case LEFT -> 0;
            case CENTRE -> free / 2;
            case RIGHT -> free;
        };
    }

    private static int alignment(Align align) {
        return switch (align) {
            case LEFT -> EscPos.ALIGN_LEFT;
            case CENTRE -> EscPos.ALIGN_CENTRE;
            case RIGHT -> EscPos.ALIGN_RIGHT;
        };
    }

    private void rule(CommandSequence out) {
        DotPicture rule = new DotPicture(profile.widthDots(), 2);
        for (int x = 0; x < profile.widthDots(); x++) {
            rule.black(x, 0);
            rule.black(x, 1);
        }
        out.add(EscPos.feedDots(10));
        rule.commands().forEach(out::add);
        out.add(EscPos.feedDots(10));
    }

    private void code(CommandSequence out, String content) {
        if (profile.nativeQr()) {
            out.add(EscPos.align(EscPos.ALIGN_CENTRE));
            out.add(EscPos.qr(content, QR_MODULE));
            out.add(EscPos.align(EscPos.ALIGN_LEFT));
        } else {
            picture(content).commands().forEach(out::add);
        }
        out.add(EscPos.feedLines(1));
    }

    private DotPicture picture(String content) {
        ByteMatrix modules = modules(content);
        int withBorder = modules.getWidth() + 2 * QUIET_ZONE;
        int module = Math.max(1, Math.min(QR_MODULE, profile.widthDots() / withBorder));
        int left = (profile.widthDots() - modules.getWidth() * module) / 2;
        DotPicture picture = new DotPicture(profile.widthDots(), modules.getHeight() * module);
        for (int y = 0; y < modules.getHeight() * module; y++) {
            for (int x = 0; x < modules.getWidth() * module; x++) {
                if (modules.get(x / module, y / module) == 1) {
                    picture.black(left + x, y);
                }
            }
        }
        return picture;
    }

    private static ByteMatrix modules(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code for " + content.length() + " characters", e);
        }
    }
}
