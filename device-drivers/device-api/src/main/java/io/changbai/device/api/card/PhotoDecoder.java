package io.changbai.device.api.card;

import java.util.Optional;

/**
 * Makes a picture of the photo on a card. The compression is proprietary and its decoder is licensed separately for each
 * platform, so this service is often absent: everything works without it, and whoever uses it has another way.
 */
public interface PhotoDecoder {

    /**
     * Decodes the photo of one card; takes up to a second and keeps nothing.
     *
     * @param photo the 1024 bytes of {@link IdCard#photo}; not changed
     * @return a BMP of 102 × 126 pixels, 24 bit (38 862 bytes), the caller's to wipe; empty when these bytes are no photo
     */
    Optional<byte[]> decode(byte[] photo);
}
