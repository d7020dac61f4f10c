package io.changbai.qr.scanner.internal.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Whatever bytes come from a scanner of any make: codes, replies, packets, HID reports. The first byte picks the make. */
class ScannerFuzzTest {

    private static final List<String> MAKES =
            List.of("honeywell", "newland", "gm65", "ssi", "plain", "hid-access-is", "hid-idtech");

    @FuzzTest
    void survivesWhateverAScannerSends(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        ScannerProfile make = Makes.named(MAKES.get((bytes[0] & 0xFF) % MAKES.size()));
        Suffix suffix = Suffix.values()[(bytes[1] & 0xFF) % Suffix.values().length];
        Decoder decoder = make.decoding().apply(List.of(make.query()), suffix);
        int heard = 0;
        for (int i = 2; i < bytes.length; i++) {
            heard += look(decoder.take(bytes[i]));
            if ((bytes[0] & 0x80) != 0 && bytes[i] == 0x7F) {
                heard += look(decoder.silence());
            }
        }
        heard += look(decoder.silence());
        decoder.clear();
        if (decoder.isInCode() || heard > 2 * bytes.length + 2) {
            throw new IllegalStateException("it remembers what was cleared, or made up " + heard + " things");
        }
    }

    private static int look(List<Heard> heard) {
        for (Heard each : heard) {
            if (each instanceof Heard.Code code && code.bytes().length > Decoder.LONGEST_CODE) {
                throw new IllegalStateException("a code of " + code.bytes().length + " bytes");
            }
        }
        return heard.size();
    }
}
