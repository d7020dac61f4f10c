package io.changbai.device.emulators.internal.sam;

import java.nio.ByteBuffer;

/** Builds answers: AA AA AA 96 69, length (2), 00 00 and the status byte, data, checksum over all after the preamble. */
public final class SamAnswers {
    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
    private static final int STATUS_AND_CHECKSUM = 4;

    private SamAnswers() {}

    /** One answer frame; {@code status} is the third status byte, 0x90 for success. */
    public static byte[] frame(int status, byte... data) {
        int length = STATUS_AND_CHECKSUM + data.length;
        ByteBuffer frame = ByteBuffer.allocate(PREAMBLE.length + 2 + length);
        frame.put(PREAMBLE).putShort((short) length);
        frame.put((byte) 0).put((byte) 0).put((byte) status).put(data);
        frame.put((byte) checksum(frame));
        return frame.array();
    }

    /** Text and photo as the answer to 30 01: two big-endian lengths, then both blocks. */
    public static byte[] textAndPhoto(byte[] text, byte[] photo) {
        ByteBuffer data = ByteBuffer.allocate(4 + text.length + photo.length);
        data.putShort((short) text.length).putShort((short) photo.length);
        return frame(0x90, data.put(text).put(photo).array());
    }

    /** Text, photo and an empty fingerprint block as the answer to 30 10: three lengths, then the blocks. */
    public static byte[] textPhotoAndNoFingerprint(byte[] text, byte[] photo) {
        ByteBuffer data = ByteBuffer.allocate(6 + text.length + photo.length);
        data.putShort((short) text.length).putShort((short) photo.length).putShort((short) 0);
        return frame(0x90, data.put(text).put(photo).array());
    }

    private static int checksum(ByteBuffer frame) {
        int xor = 0;
        for (int i = PREAMBLE.length; i < frame.position(); i++) {
            xor ^= frame.get(i);
        }
        return xor;
    }
}
