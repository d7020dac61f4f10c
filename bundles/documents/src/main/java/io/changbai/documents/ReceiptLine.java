package io.changbai.documents;

/** One laid-out piece of a receipt. */
public sealed interface ReceiptLine {

    record Text(String text, boolean large, boolean bold, boolean centred) implements ReceiptLine {
        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    record Qr(String content) implements ReceiptLine {
        @Override
        public String toString() {
            return "Qr[redacted]";
        }
    }

    record Rule() implements ReceiptLine {}

    record Gap(int lines) implements ReceiptLine {}
}
