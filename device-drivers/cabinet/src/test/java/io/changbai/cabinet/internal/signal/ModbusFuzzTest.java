package io.changbai.cabinet.internal.signal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever bytes come from the cabinet's board. */
class ModbusFuzzTest {

    @FuzzTest
    void survivesWhateverABoardSends(byte[] bytes) {
        Modbus.length(bytes, bytes.length);
        Modbus.decode(bytes, 1);
        // with a right checksum, so that what stands behind it is reached
        byte[] frame = Arrays.copyOf(bytes, bytes.length + 2);
        int crc = Modbus.crc(frame, bytes.length);
        frame[bytes.length] = (byte) crc;
        frame[bytes.length + 1] = (byte) (crc >> 8);
        if (bytes.length > 0) {
            Modbus.decode(frame, frame[0] & 0xFF);
        }
    }
}
