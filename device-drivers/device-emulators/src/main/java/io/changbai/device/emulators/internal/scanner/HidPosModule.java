package io.changbai.device.emulators.internal.scanner;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.IOException;
import java.util.Arrays;

/**
 * USB HID-POS, free-running: reports of 64 bytes. Report id 02, length, then code; the last byte's bit 0 says that the code
 * goes on. Access-IS puts {@code ]Q1} before the code's bytes; IDTech puts a symbology number into byte 62.
 */
public final class HidPosModule implements ScannerModule {
    private static final int REPORT = 64;
    private static final int ROOM = 56;
    private static final int IDTECH_SYMBOLOGY = 62;
    private static final int QR = 0x33;

    private final boolean accessIs;

    public HidPosModule(boolean accessIs) {
        this.accessIs = accessIs;
    }

    @Override
    public void serve(Wire wire) throws IOException {
        int next = wire.in().read();
        while (next >= 0) {
            next = wire.in().read();
        }
    }

    @Override
    public void send(Wire wire, byte[] code, byte[] suffix, int piece) throws IOException {
        int reports = Math.max(1, (code.length + ROOM - 1) / ROOM);
        byte[] all = new byte[reports * REPORT];
        for (int i = 0; i < reports; i++) {
            byte[] part = Arrays.copyOfRange(code, i * ROOM, Math.min(code.length, (i + 1) * ROOM));
            fill(all, i * REPORT, part, i < reports - 1);
        }
        wire.send(all, piece);
    }

    private void fill(byte[] all, int at, byte[] part, boolean goesOn) {
        all[at] = 2;
        all[at + 1] = (byte) part.length;
        if (accessIs) {
            all[at + 2] = ']';
            all[at + 3] = 'Q';
            all[at + 4] = '1';
        } else {
            all[at + IDTECH_SYMBOLOGY] = QR;
        }
        System.arraycopy(part, 0, all, at + (accessIs ? 5 : 2), part.length);
        all[at + REPORT - 1] = (byte) (goesOn ? 1 : 0);
    }

    @Override
    public boolean isFreeRunning() {
        return true;
    }
}
