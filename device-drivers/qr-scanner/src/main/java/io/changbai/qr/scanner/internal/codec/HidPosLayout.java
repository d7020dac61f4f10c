package io.changbai.qr.scanner.internal.codec;

/**
 * Where things stand in a make's report of 64 bytes, report id first. Facts, medium confidence.
 *
 * @param data the first byte of the code
 * @param room how many bytes of code fit into one report
 * @param aim the first of three bytes of AIM identifier; 0 when there is none
 */
public record HidPosLayout(int data, int room, int aim) {

    public static final HidPosLayout ACCESS_IS = new HidPosLayout(5, 56, 2);
    public static final HidPosLayout IDTECH = new HidPosLayout(2, 56, 0);

    public HidPosLayout {
        if (data < 2 || room < 1 || data + room > HidPosDecoder.REPORT - 1 || aim < 0 || aim > data) {
            throw new IllegalArgumentException("layout does not fit into a report: " + data + ", " + room);
        }
    }
}
