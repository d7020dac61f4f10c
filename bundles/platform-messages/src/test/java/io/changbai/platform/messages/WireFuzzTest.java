package io.changbai.platform.messages;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever arrives as a message: protobuf, compressed protobuf, anything else. */
class WireFuzzTest {

    @FuzzTest
    void survivesWhateverArrives(byte[] message) {
        KuraPayload payload = KuraCodec.decode(message, 1 << 16);
        KuraPayload again = KuraCodec.decode(KuraCodec.encodePlain(payload));
        if (!again.metrics().keySet().equals(payload.metrics().keySet())) {
            throw new IllegalStateException("written and read again, metrics differ: "
                    + payload.metrics().keySet());
        }
    }
}
