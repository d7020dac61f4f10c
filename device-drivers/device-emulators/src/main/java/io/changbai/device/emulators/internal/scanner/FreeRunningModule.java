package io.changbai.device.emulators.internal.scanner;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.IOException;

/** Hears no command and is never armed: it sends what it sees. */
public final class FreeRunningModule extends PlainCodes {

    @Override
    public void serve(Wire wire) throws IOException {
        int next = wire.in().read();
        while (next >= 0) {
            next = wire.in().read();
        }
    }

    @Override
    public boolean isFreeRunning() {
        return true;
    }
}
