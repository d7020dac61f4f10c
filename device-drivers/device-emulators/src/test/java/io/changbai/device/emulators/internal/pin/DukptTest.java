package io.changbai.device.emulators.internal.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Against the vectors printed in ANSI X9.24-1, annex A. */
class DukptTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String PAN = "4012345678909";

    private final Dukpt keys =
            new Dukpt(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"), HEX.parseHex("FFFF9876543210E00000"));

    @Test
    void encryptsAsTheStandardsExample() {
        byte[] clear = ClearBlock.of(0, "1234", PAN);
        assertThat(HEX.formatHex(clear)).isEqualTo("041274EDCBA9876F");
        byte[] first = keys.next();
        assertThat(HEX.formatHex(first)).isEqualTo("FFFF9876543210E00001");
        assertThat(HEX.formatHex(keys.encrypt(first, clear))).isEqualTo("1B9C1845EB993A7A");
        byte[] second = keys.next();
        assertThat(HEX.formatHex(keys.encrypt(second, clear))).isEqualTo("10A01C8D02C69107");
        byte[] third = keys.next();
        assertThat(HEX.formatHex(keys.encrypt(third, clear))).isEqualTo("18DC07B94797B466");
    }

    @Test
    void opensWhatItEncryptedAndNothingElse() {
        for (int format : new int[] {0, 1, 3}) {
            byte[] serial = keys.next();
            byte[] block = keys.encrypt(serial, ClearBlock.of(format, "735190", PAN));
            assertThat(ClearBlock.pinIn(keys.decrypt(serial, block), format, PAN))
                    .isEqualTo("735190");
            assertThat(ClearBlock.pinIn(new Dukpt().decrypt(serial, block), format, PAN))
                    .isNotEqualTo("735190");
        }
    }

    @Test
    void neverUsesAKeyTwiceAndLeavesOutCountersWithManyOnes() {
        String before = "";
        for (int i = 0; i < 3_000; i++) {
            byte[] serial = keys.next();
            String text = HEX.formatHex(serial);
            assertThat(text).isGreaterThan(before);
            int counter = ((serial[7] & 0x1F) << 16) | ((serial[8] & 0xFF) << 8) | (serial[9] & 0xFF);
            assertThat(Integer.bitCount(counter)).isLessThanOrEqualTo(10);
            before = text;
        }
    }
}
