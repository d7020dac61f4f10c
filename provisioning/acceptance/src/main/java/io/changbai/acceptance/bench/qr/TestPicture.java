package io.changbai.acceptance.bench.qr;

import io.changbai.device.api.scanner.GreyPicture;

/**
 * One picture and what stands in it.
 *
 * @param expected the exact text of its code; empty when it shows none
 */
record TestPicture(String name, GreyPicture grey, String expected) {

    boolean hasCode() {
        return !expected.isEmpty();
    }
}
