package io.changbai.document.camera.internal.picture;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a document camera sends as a picture. */
class JpegFuzzTest {

    @FuzzTest
    void survivesWhateverACameraSends(byte[] jpeg) {
        Jpeg.glance(jpeg, 4);
    }
}
