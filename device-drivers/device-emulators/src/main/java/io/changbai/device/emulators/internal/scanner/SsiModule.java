package io.changbai.device.emulators.internal.scanner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.IOException;
import java.io.InputStream;

/** Zebra's Simple Serial Interface in packets, host trigger. A code's packets wait for the host's acknowledgement. */
public final class SsiModule implements ScannerModule {
    private static final int REQUEST_REVISION = 0xA3;
    private static final int REPLY_REVISION = 0xA4;
    private static final int ACK = 0xD0;
    private static final int NAK = 0xD1;
    private static final int START_SESSION = 0xE4;
    private static final int STOP_SESSION = 0xE5;
    private static final int FROM_DECODER = 0;
    private static final int CAUSE_RESEND = 1;
    private static final int CAUSE_DENIED = 6;

    private final Eye eye;
    private final SsiOutbox outbox = new SsiOutbox();

    public SsiModule(Eye eye) {
        this.eye = eye;
    }

    @Override
    public void serve(Wire wire) throws IOException {
        InputStream in = wire.in();
        for (int length = in.read(); length >= 0; length = in.read()) {
            // 00 only wakes; no packet is shorter than its head.
            byte[] rest = length < 4 ? new byte[0] : in.readNBytes(length + 1);
            if (length >= 4 && rest.length == length + 1 && eye.mood() != Mood.DEAF) {
                obey(wire, length, rest);
            }
        }
        outbox.empty();
    }

    private void obey(Wire wire, int length, byte[] rest) throws IOException {
        int opcode = rest[0] & 0xFF;
        if (!isIntact(length, rest)) {
            reply(wire, NAK, new byte[] {CAUSE_RESEND});
        } else if (opcode == ACK) {
            acknowledged();
        } else if (opcode == NAK) {
            outbox.sendAgain();
        } else if (eye.mood() == Mood.REFUSES) {
            reply(wire, NAK, new byte[] {CAUSE_DENIED});
        } else if (opcode == REQUEST_REVISION) {
            reply(wire, REPLY_REVISION, "EMUSSI01 BOARD1 ENGINE1".getBytes(US_ASCII));
        } else {
            reply(wire, ACK, new byte[0]);
            session(opcode);
        }
    }

    private void session(int opcode) {
        if (opcode == START_SESSION || opcode == STOP_SESSION) {
            eye.arm(opcode == START_SESSION);
        }
    }

    private void acknowledged() throws IOException {
        if (!eye.losesAcknowledgement()) {
            outbox.acknowledged();
        }
    }

    private void reply(Wire wire, int opcode, byte[] data) throws IOException {
        if (eye.mood() != Mood.OBEYS_SILENTLY) {
            wire.send(packet(opcode, 0, data));
        }
    }

    @Override
    public void send(Wire wire, byte[] code, byte[] suffix, int piece) throws IOException {
        outbox.add(wire, code, piece);
    }

    static byte[] packet(int opcode, int status, byte[] data) {
        byte[] packet = new byte[data.length + 6];
        packet[0] = (byte) (data.length + 4);
        packet[1] = (byte) opcode;
        packet[2] = FROM_DECODER;
        packet[3] = (byte) status;
        System.arraycopy(data, 0, packet, 4, data.length);
        int sum = 0;
        for (byte each : packet) {
            sum += each & 0xFF;
        }
        int check = 0x10000 - (sum & 0xFFFF);
        packet[packet.length - 2] = (byte) (check >>> 8);
        packet[packet.length - 1] = (byte) check;
        return packet;
    }

    private static boolean isIntact(int length, byte[] rest) {
        int sum = length;
        for (int i = 0; i < length - 1; i++) {
            sum += rest[i] & 0xFF;
        }
        sum += (rest[length - 1] & 0xFF) << 8 | (rest[length] & 0xFF);
        return (sum & 0xFFFF) == 0;
    }
}
