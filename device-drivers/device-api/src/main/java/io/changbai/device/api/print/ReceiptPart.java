package io.changbai.device.api.print;

/** A piece of a receipt, top to bottom. */
public sealed interface ReceiptPart {

    /** One line; longer lines are wrapped by the driver. Characters outside the printer's ROM are drawn as a picture. */
    record Line(String text, Align align, Size size, boolean bold) implements ReceiptPart {
        /** Receipts name people; their text is not for logs. */
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** A QR code, centred; the driver chooses the printer's own command or a picture. */
    record Qr(String content) implements ReceiptPart {
        @Override
        public String toString() {
            return "Qr[redacted]";
        }
    }

    /** A line across the paper. */
    record Rule() implements ReceiptPart {}

    /** Blank lines of normal height. */
    record Gap(int lines) implements ReceiptPart {}

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    enum Size {
        NORMAL,
        DOUBLE
    }

    static Line line(String text) {
        return new Line(text, Align.LEFT, Size.NORMAL, false);
    }
}
