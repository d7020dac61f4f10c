package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsseRecordTest {

    private static byte[] hex(String spaced) {
        return HexFormat.of().parseHex(spaced.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "90 00", // nothing but the status word
                "03 90 00", // a tag alone
                "03 04 32 2E 30 90 00", // one byte short of its length
                "08 FF 31 90 00" // a length beyond everything
            })
    void refusesBytesThatAreNoRecord(String bytes) {
        assertThat(SsseRecord.decode(hex(bytes))).isEmpty();
    }

    @Test
    void takesTagAndValueAndLeavesPaddingBehindIt() {
        // tag 03, length 04, "2.00", two bytes of padding, 9000
        SsseRecord record =
                SsseRecord.decode(hex("03 04 32 2E 30 30 FF FF 90 00")).orElseThrow();
        assertThat(record.tag()).isEqualTo(3);
        assertThat(record.value()).containsExactly(0x32, 0x2E, 0x30, 0x30);
        assertThat(record).hasToString("SsseRecord[03, 4 bytes]");
    }

    @Test
    void sendsTheCommandsOfTheSpecification() {
        // the last byte, Le, stays off the wire over T=0
        assertThat(Apdu.selectSsse()).isEqualTo(hex("00 A4 04 00 0F 73 78 31 2E 73 68 2E C9 E7 BB E1 B1 A3 D5 CF 00"));
        assertThat(Apdu.selectFile(0x02, 0xEF05)).isEqualTo(hex("00 A4 02 00 02 EF 05"));
        assertThat(Apdu.readByTag(0x4E, 0, 0)).isEqualTo(hex("00 B2 4E 00 00"));
        assertThat(Apdu.readByTag(0x03, 5, SsseField.SPEC_VERSION.recordLength()))
                .isEqualTo(hex("00 B2 03 28 06"));
        assertThat(Apdu.readByNumber(1, 6)).isEqualTo(hex("00 B2 01 34 00"));
        assertThat(Apdu.readByNumber(1, 0)).isEqualTo(hex("00 B2 01 04 00"));
    }
}
