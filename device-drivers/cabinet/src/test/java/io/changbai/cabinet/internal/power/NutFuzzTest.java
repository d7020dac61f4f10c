package io.changbai.cabinet.internal.power;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever lines a UPS daemon sends. */
class NutFuzzTest {

    @FuzzTest
    void survivesWhateverADaemonSays(byte[] line) {
        Nut.decode(line);
    }
}
