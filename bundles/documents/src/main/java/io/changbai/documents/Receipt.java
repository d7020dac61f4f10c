package io.changbai.documents;

import java.util.List;

/**
 * Content of a receipt, top to bottom. All texts are final.
 *
 * @param title large, centred
 * @param fields label and value; a value too long for its line goes on below
 * @param qr content of the QR code, or null
 * @param note small print at the end
 */
public record Receipt(String title, List<Field> fields, String qr, List<String> note) {

    public record Field(String label, String value) {
        @Override
        public String toString() {
            return "Field[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Receipt[redacted]";
    }
}
