package io.changbai.device.emulators.internal.escpos;

import io.changbai.device.emulators.internal.wire.Wire;
import io.changbai.device.emulators.internal.wire.WireServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The printer's bytes to the host, and what can become of them: silence, delay, garbage, a lost process id. */
public final class ReturnPath implements AutoCloseable {
    /** Matches the fixed bits of no answer. */
    private static final byte[] GARBAGE = {(byte) 0xFF, (byte) 0xA5, (byte) 0x81};

    private final ScheduledThreadPoolExecutor late = new ScheduledThreadPoolExecutor(1, ReturnPath::thread);
    private boolean mute;
    private Duration lateness = Duration.ZERO;
    private int garbled;
    private int processIdsToLose;

    public synchronized void mute(boolean on) {
        mute = on;
    }

    public synchronized boolean isMute() {
        return mute;
    }

    public synchronized void late(Duration by) {
        lateness = by;
    }

    public synchronized void garble(int answers) {
        garbled = answers;
    }

    public synchronized void loseProcessIds(int count) {
        processIdsToLose = count;
    }

    public synchronized void mend() {
        mute = false;
        lateness = Duration.ZERO;
        garbled = 0;
        processIdsToLose = 0;
    }

    /** Sends an answer to whoever is connected, late if it must be; answers keep their order. */
    public void send(WireServer server, byte[] answer) {
        Duration by = lateness();
        if (by.isZero()) {
            sendNow(server, answer);
        } else {
            ScheduledFuture<?> unused =
                    late.schedule(() -> sendNow(server, answer), by.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Without a host it is lost, which a printer does not notice. */
    private void sendNow(WireServer server, byte[] answer) {
        byte[] sent = asSent(answer);
        Optional<Wire> wire = server.wire();
        if (sent.length > 0 && wire.isPresent()) {
            try {
                wire.get().send(sent);
            } catch (IOException e) {
                // The host hung up between its question and the answer.
                wire.get().close();
            }
        }
    }

    @Override
    public void close() {
        late.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "emulator-receipt-printer-late");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether this process id gets lost although everything before it is on paper. */
    public synchronized boolean losesProcessId() {
        boolean lose = processIdsToLose > 0;
        processIdsToLose -= lose ? 1 : 0;
        return lose;
    }

    private synchronized Duration lateness() {
        return lateness;
    }

    private synchronized byte[] asSent(byte[] answer) {
        if (mute) {
            return new byte[0];
        }
        if (garbled > 0) {
            garbled--;
            return GARBAGE.clone();
        }
        return answer;
    }
}
