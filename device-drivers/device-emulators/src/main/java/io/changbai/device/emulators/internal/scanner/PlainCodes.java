package io.changbai.device.emulators.internal.scanner;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Codes go out as they are, with the suffix behind them. */
abstract class PlainCodes implements ScannerModule {

    @Override
    public void send(Wire wire, byte[] code, byte[] suffix, int piece) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(code);
        out.writeBytes(suffix);
        wire.send(out.toByteArray(), piece);
    }
}
