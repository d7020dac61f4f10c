package io.changbai.cabinet.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModbusTest {

    /** Unit 1, read inputs (02), one byte of data: 0x43, CRC E079 low byte first. */
    private static final String INPUTS = "01 02 01 43 e0 79";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01 02",
                "01 02 01 43",
                "01 02 01 43 e0 78", // last bit of the CRC wrong
                "01 02 01 42 e0 79", // data changed
                "01 02 02 43 e0 79", // byte count changed
                "07 05 00 00 00 00 cd ac", // right, of unit 7
                "ff ff ff ff ff ff ff ff"
            })
    void whatIsNotAFrameForUsIsBroken(String hex) {
        assertThat(Modbus.decode(bytes(hex), 1)).isInstanceOf(Modbus.Broken.class);
    }

    @Test
    void aRightChecksumOverAWrongCountIsBroken() {
        byte[] frame = withCrc("01 02 05 43");
        assertThat(Modbus.decode(frame, 1)).isInstanceOf(Modbus.Broken.class);
        assertThat(Modbus.decode(withCrc("01 02 00"), 1)).isInstanceOf(Modbus.Broken.class);
        assertThat(Modbus.decode(withCrc("01 05 00 00 ff"), 1)).isInstanceOf(Modbus.Broken.class);
        assertThat(Modbus.decode(withCrc("01 2b 0e 01"), 1)).isInstanceOf(Modbus.Broken.class);
    }

    @Test
    void anyBytesEndInAReplyAndNeverInAnException() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            if (noise.length > 5 && i % 2 == 0) {
                noise[0] = 1;
                noise[1] = (byte) (i % 3 + 1);
                int crc = Modbus.crc(noise, noise.length - 2);
                noise[noise.length - 2] = (byte) crc;
                noise[noise.length - 1] = (byte) (crc >> 8);
            }
            assertThat(Modbus.decode(noise, 1)).isNotNull();
        }
    }

    @Test
    void readsBitsFromTheLowestUp() {
        BitSet expected = new BitSet();
        expected.set(0, 2); // 0x43 = 0100 0011
        expected.set(6);
        assertThat(Modbus.decode(bytes(INPUTS), 1)).isEqualTo(new Modbus.Bits(2, expected, 8));
    }

    @Test
    void namesTheCodeOfARefusal() {
        // unit 1, error of function 02, illegal data address
        assertThat(Modbus.decode(bytes("01 82 02 c1 61"), 1)).isEqualTo(new Modbus.Refused(2, 2));
    }

    @Test
    void asksAsTheSpecificationsExamplesDo() {
        // Modbus application protocol §6.1: read coils 20 to 56 of unit 17
        assertThat(Modbus.read(0x11, Modbus.READ_COILS, 0x13, 0x25)).isEqualTo(bytes("11 01 00 13 00 25 0e 84"));
        assertThat(Modbus.read(1, Modbus.READ_INPUTS, 0, 7)).isEqualTo(bytes("01 02 00 00 00 07 39 c8"));
        assertThat(Modbus.writeCoil(1, 0, true)).isEqualTo(bytes("01 05 00 00 ff 00 8c 3a"));
        BitSet ten = BitSet.valueOf(new byte[] {(byte) 0xCD, 0x01});
        assertThat(Modbus.writeCoils(1, 0, 10, ten)).isEqualTo(bytes("01 0f 00 00 00 0a 02 cd 01 70 68"));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static byte[] withCrc(String hex) {
        byte[] content = bytes(hex);
        byte[] frame = java.util.Arrays.copyOf(content, content.length + 2);
        int crc = Modbus.crc(content, content.length);
        frame[content.length] = (byte) crc;
        frame[content.length + 1] = (byte) (crc >> 8);
        return frame;
    }
}
