package io.changbai.ui.gateway.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.changbai.ui.gateway.internal.Body.RefusedException;

/** Whatever a browser posts. */
class IntentFuzzTest {

    @FuzzTest
    void survivesWhateverIsPosted(byte[] bytes) {
        try {
            if (!Body.parse(bytes).isObject()) {
                throw new IllegalStateException("an intent that is no object");
            }
        } catch (RefusedException declared) {
            // what the sender is told
        }
    }
}
