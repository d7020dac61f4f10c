package io.changbai.face.camera.internal.engine;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever a vendor's engine process says. */
class EngineFuzzTest {

    @FuzzTest
    void survivesWhateverAnEngineSays(byte[] bytes) {
        EngineText.decode(bytes).ifPresent(Assessment::of);
        if (bytes.length >= EngineMessage.HEADER) {
            byte[] header = Arrays.copyOf(bytes, EngineMessage.HEADER);
            int length = EngineMessage.payloadLength(header);
            if (length > EngineMessage.LARGEST_ANSWER) {
                throw new IllegalStateException("an answer of " + length + " bytes");
            }
            EngineMessage.of(header, Arrays.copyOfRange(bytes, EngineMessage.HEADER, bytes.length));
        }
    }
}
