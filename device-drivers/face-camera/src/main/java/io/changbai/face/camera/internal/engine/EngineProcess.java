package io.changbai.face.camera.internal.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A running engine and the messages to and from it. Whatever it does, no call here lasts longer than it was told: reading
 * asks first how much is there, writing has a thread of its own that dies with the process.
 */
final class EngineProcess implements AutoCloseable {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int GOODBYE_MILLIS = 500;
    private static final int REAP_MILLIS = 2_000;
    private static final int MAX_COMPLAINT = 300;

    private final Process process;
    private final InputStream in;
    private final InputStream err;
    private final OutputStream out;
    private final ExecutorService writer;
    private final byte[] header = new byte[EngineMessage.HEADER];
    private byte[] payload;
    private int filled;
    private String complaint = "";

    private EngineProcess(Process process) {
        this.process = process;
        this.in = process.getInputStream();
        this.err = process.getErrorStream();
        this.out = process.getOutputStream();
        this.writer = Executors.newSingleThreadExecutor(EngineProcess::named);
    }

    /** @param command program and arguments, handed to the system as they are: no shell ever reads them */
    static EngineProcess start(List<String> command) throws IOException {
        return new EngineProcess(new ProcessBuilder(command).start());
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "device-face-camera-engine");
        thread.setDaemon(true);
        return thread;
    }

    /** Empty when it is still there {@code patience} from now. */
    OptionalInt exitCode(Duration patience) {
        return awaitEnd((int) patience.toMillis()) ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    /** The end of what it wrote to its standard error. */
    String complaint() {
        return complaint;
    }

    /** @throws IOException it is gone, or did not take the message within {@code patience} */
    void send(int type, int id, byte[] body, Duration patience) throws IOException {
        byte[] head = EngineMessage.header(type, id, body.length);
        Future<Void> sent = writer.submit(() -> {
            out.write(head);
            out.flush();
            out.write(body);
            out.flush();
            return null;
        });
        try {
            sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the engine does not take a message", e);
        } catch (ExecutionException e) {
            throw new IOException("the engine is gone", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * The next whole message; empty when none came within {@code patience}.
     *
     * @throws IOException it ended, or sends what is no message
     */
    Optional<EngineMessage> receive(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!readOn()) {
            if (System.nanoTime() - deadline >= 0) {
                return Optional.empty();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        EngineMessage whole = EngineMessage.of(header, payload);
        payload = null;
        filled = 0;
        return Optional.of(whole);
    }

    /** Takes what is there; true when a message is whole. */
    private boolean readOn() throws IOException {
        listen();
        boolean ended = !process.isAlive();
        while (in.available() > 0) {
            if (payload == null) {
                filled += in.read(header, filled, Math.min(in.available(), header.length - filled));
                if (filled == header.length) {
                    beginPayload();
                }
            } else if (filled < payload.length) {
                filled += in.read(payload, filled, Math.min(in.available(), payload.length - filled));
            }
            if (payload != null && filled == payload.length) {
                return true;
            }
        }
        if (ended && in.available() == 0) {
            throw new EOFException("the engine ended");
        }
        return false;
    }

    private void beginPayload() throws IOException {
        int length = EngineMessage.payloadLength(header);
        if (length < 0) {
            throw new IOException("the engine sends what is no message of this protocol");
        }
        payload = new byte[length];
        filled = 0;
    }

    private void listen() throws IOException {
        while (err.available() > 0) {
            byte[] some = err.readNBytes(Math.min(err.available(), 1_024));
            String all = complaint + new String(some, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
            complaint = all.substring(Math.max(0, all.length() - MAX_COMPLAINT));
        }
    }

    /** Ends it: by the end of its input, and when it does not listen, by force, with everything it started. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // the driver is told to end; its child is reaped all the same
        List<ProcessHandle> family = process.descendants().toList();
        writer.execute(() -> quietly(out));
        interrupted |= !awaitEnd(GOODBYE_MILLIS) && Thread.interrupted();
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        interrupted |= !awaitEnd(REAP_MILLIS) && Thread.interrupted();
        quietly(in);
        quietly(err);
        writer.shutdown();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEnd(int millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void quietly(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception e) {
            // nothing is lost with a pipe that does not close
        }
    }
}
