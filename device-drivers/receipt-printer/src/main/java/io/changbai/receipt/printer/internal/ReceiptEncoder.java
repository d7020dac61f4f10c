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

    private static final int QR_MODULE = 6;
    private static final int QUIET_ZONE = 4;
    private static final int RULE_ROOM = 10;

    private final PaperFormat paper;
    private final byte[] present;
    private final int chunk;
    private final LinePainter painter;

    /**
     * An encoder for one printer.
     *
     * @param present hands the cut paper over; may be empty
     * @param chunk bytes between which a question may be asked
     */
    ReceiptEncoder(PaperFormat paper, byte[] present, int chunk) {
        this.chunk = chunk;
        this.paper = paper;
        this.present = present.clone();
        this.painter = new LinePainter(paper.fonts(), paper.widthDots());
    }

    /** @throws IllegalArgumentException a code that does not fit into a QR code */
    PrintData encode(List<ReceiptPart> parts) {
        CommandSequence out = new CommandSequence(chunk);
        out.add(EscPos.INITIALISE);
        out.add(EscPos.CHINESE_MODE);
        parts.forEach(part -> append(out, part));
        out.add(paper.cut());
        out.add(present);
        return out.data();
    }

    /** Goes all ways once, so that the first receipt does not wait for classes, tables and, if wanted, fonts. */
    void prepare(boolean fonts) {
        boolean text = fonts || !paper.allAsPicture();
        String rare = fonts ? "\uD842\uDFB7" : "";
        encode(List.of(
                new Line(text ? "回执" : "", Align.CENTRE, Size.DOUBLE, true),
                new Rule(),
                new Line(rare, Align.RIGHT, Size.NORMAL, false), // in no ROM
                new Qr("0"),
                new Gap(1)));
    }

    private void append(CommandSequence out, ReceiptPart part) {
        if (part instanceof Line line) {
            line(out, line);
        } else if (part instanceof Qr qr) {
            code(out, qr.content());
        } else if (part instanceof Rule) {
            rule(out);
        } else if (part instanceof Gap gap) {
            out.add(EscPos.feedLines(gap.lines())).moved(gap.lines() * LinePainter.LINE);
        }
    }

    private void line(CommandSequence out, Line line) {
        int scale = line.size() == Size.DOUBLE ? 2 : 1;
        for (String text : PaperLine.wrap(line.text(), paper.columns() / scale)) {
            Optional<byte[]> bytes =
                    paper.allAsPicture() ? Optional.empty() : paper.rom().encode(text);
            if (bytes.isPresent()) {
                text(out, line, bytes.get());
            } else {
                // The whole line, not the character: a picture and text do not stand beside each other.
                int start = startColumn(text, line.align(), scale);
                painter.paint(text, start, scale, line.bold()).appendTo(out);
            }
        }
    }

    private static void text(CommandSequence out, Line line, byte[] bytes) {
        out.add(EscPos.align(alignment(line.align())));
        out.add(EscPos.doubled(line.size() == Size.DOUBLE));
        out.add(EscPos.bold(line.bold()));
        out.add(bytes);
        out.add(EscPos.LINE_FEED).moved(LinePainter.LINE);
        if (line.size() == Size.DOUBLE) {
            // The spacing of lines is that of normal size: the next line would touch this one.
            out.add(EscPos.feedDots(2 * LinePainter.LEADING)).moved(LinePainter.LINE);
        }
    }

    private int startColumn(String text, Align align, int scale) {
        int free = paper.columns() - PaperLine.columns(text) * scale;
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
        DotPicture rule = new DotPicture(paper.widthDots(), 2);
        for (int x = 0; x < paper.widthDots(); x++) {
            rule.black(x, 0);
            rule.black(x, 1);
        }
        out.add(EscPos.feedDots(RULE_ROOM));
        rule.appendTo(out);
        out.add(EscPos.feedDots(RULE_ROOM)).moved(2 * RULE_ROOM);
    }

    private void code(CommandSequence out, String content) {
        if (paper.nativeQr() && !paper.allAsPicture()) {
            out.add(EscPos.align(EscPos.ALIGN_CENTRE));
            ByteMatrix modules = modules(content);
            out.add(EscPos.qr(content, module(modules))).moved(modules.getHeight() * module(modules));
            out.add(EscPos.align(EscPos.ALIGN_LEFT));
        } else {
            picture(content).appendTo(out);
        }
        out.add(EscPos.feedLines(1)).moved(LinePainter.LINE);
    }

    private DotPicture picture(String content) {
        ByteMatrix modules = modules(content);
        int module = module(modules);
        int left = (paper.widthDots() - modules.getWidth() * module) / 2;
        DotPicture picture = new DotPicture(paper.widthDots(), modules.getHeight() * module);
        for (int y = 0; y < modules.getHeight() * module; y++) {
            for (int x = 0; x < modules.getWidth() * module; x++) {
                if (modules.get(x / module, y / module) == 1) {
                    picture.black(left + x, y);
                }
            }
        }
        return picture;
    }

    /** As large as the paper allows: a code that is too wide is not printed at all, and nobody is told. */
    private int module(ByteMatrix modules) {
        int withBorder = modules.getWidth() + 2 * QUIET_ZONE;
        return Math.max(1, Math.min(QR_MODULE, paper.widthDots() / withBorder));
    }

    private static ByteMatrix modules(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code for " + content.length() + " characters", e);
        }
    }
}
