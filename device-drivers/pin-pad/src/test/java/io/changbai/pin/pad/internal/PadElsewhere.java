package io.changbai.pin.pad.internal;

import io.changbai.device.emulators.PinPadEmulator;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A PIN pad in a process of its own, with somebody who types a PIN nobody else knows. Says its port; types when it is
 * asked; says the PIN when its input ends.
 */
final class PadElsewhere {

    private static final long A_MOMENT = 10_000_000;

    private PadElsewhere() {}

    public static void main(String[] args) throws IOException {
        String pin =
                new SecureRandom().ints(12, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
        try (PinPadEmulator pad = new PinPadEmulator(0).start()) {
            System.out.println(pad.port());
            Thread typist = new Thread(() -> type(pad, pin), "typist");
            typist.setDaemon(true);
            typist.start();
            while (System.in.read() >= 0) {
                // the end is all that counts
            }
            System.out.println(pin);
        }
    }

    private static void type(PinPadEmulator pad, String pin) {
        while (!pad.isCapturing()) {
            LockSupport.parkNanos(A_MOMENT);
        }
        pad.press(pin);
        pad.enter();
    }
}
