package io.changbai.card.reader.internal.ssse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Whatever bytes a chip answers with: records, nested objects, lists of wishes, account numbers. The first byte picks. */
class ChipFuzzTest {

    @FuzzTest
    void survivesWhateverAChipSays(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        switch (bytes[0] & 7) {
            case 0 -> Ber.decode(rest).forEach(Ber::isConstructed);
            case 1 -> Ber.find(rest, 0x9F38);
            case 2 -> Pdol.fill(rest);
            case 3 -> LastFour.of(rest);
            default -> holder(rest);
        }
    }

    /** Tag, length and value over and over, as the records of a card. */
    private static void holder(byte[] bytes) {
        Map<Integer, byte[]> values = new HashMap<>();
        int at = 0;
        while (at + 2 <= bytes.length) {
            int end = Math.min(bytes.length, at + 2 + (bytes[at + 1] & 0xFF));
            SsseRecord.decode(Arrays.copyOfRange(bytes, at, end))
                    .ifPresent(record -> values.put(record.tag(), record.value()));
            at = end;
        }
        SsseDecoder decoder = new SsseDecoder(values);
        decoder.specVersion();
        decoder.cardId();
        decoder.card(new byte[] {0x3B, 0x00});
    }
}
