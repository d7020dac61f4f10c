package io.changbai.qr.scanner.internal.codec;

/**
 * Packets of Zebra's Simple Serial Interface: length (without the check), opcode, source (04 is the host), status, data,
 * then the two's complement of the sum of all bytes before it, high byte first.
 */
final class Ssi {

    static final int REVISION_REQUEST = 0xA3;
    static final int REVISION_REPLY = 0xA4;
    static final int PARAMETERS_SEND = 0xC6;
    static final int ACK = 0xD0;
    static final int NAK = 0xD1;
    static final int START_SESSION = 0xE4;
    static final int STOP_SESSION = 0xE5;
    static final int DECODE_DATA = 0xF3;
    static final int EVENT = 0xF6;

    /** Length, opcode, source and status. */
    static final int HEAD = 4;

    static final int CHECK = 2;
    /** The cause of a NAK that asks for the same packet once more. */
    static final int RESEND = 1;

    static final int STATUS_AGAIN = 0x01;
    static final int STATUS_MORE_FOLLOWS = 0x02;

    private static final int HOST = 0x04;

    private Ssi() {}

    static byte[] packet(int opcode, int... data) {
        byte[] packet = new byte[HEAD + data.length + CHECK];
        packet[0] = (byte) (HEAD + data.length);
        packet[1] = (byte) opcode;
        packet[2] = HOST;
        for (int i = 0; i < data.length; i++) {
            packet[HEAD + i] = (byte) data[i];
        }
        int check = -sum(packet, HEAD + data.length);
        packet[packet.length - 2] = (byte) (check >> 8);
        packet[packet.length - 1] = (byte) check;
        return packet;
    }

    /** Whether the check of {@code size} bytes, itself among them, is right. */
    static boolean isIntact(byte[] packet, int size) {
        int check = (packet[size - 2] & 0xFF) << 8 | (packet[size - 1] & 0xFF);
        return ((sum(packet, size - CHECK) + check) & 0xFFFF) == 0;
    }

    private static int sum(byte[] bytes, int size) {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum;
    }
}
