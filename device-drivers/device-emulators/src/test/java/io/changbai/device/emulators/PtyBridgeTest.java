package io.changbai.device.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PtyBridgeTest {

    @Test
    void leadsFromASerialPortToTheEmulator(@TempDir Path folder) throws Exception {
        Path link = folder.resolve("idreader");
        try (IdCardReaderEmulator reader = new IdCardReaderEmulator(0).start();
                PtyBridge bridge = new PtyBridge(link, reader.port());
                RandomAccessFile port = new RandomAccessFile(bridge.link().toFile(), "rw")) {
            port.write(Host.bytes("AA AA AA 96 69 00 03 11 FF ED"));
            byte[] answer = new byte[11];
            port.readFully(answer);
            assertThat(answer).isEqualTo(Host.bytes("AA AA AA 96 69 00 04 00 00 90 94"));
        }
        assertThat(Files.exists(link)).isFalse();
    }
}
