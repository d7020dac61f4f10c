package io.changbai.device.link.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a child process writes to its standard output. A pipe has no read with a time-out, and a thread blocked in one can
 * outlive the process when a grandchild keeps the pipe open; so it is asked how much is there before anything is read.
 */
final class PipeBytes implements StreamBytes {

    private static final int MAX_LINE = 1_024;
    private static final int MAX_COMPLAINT = 300;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final int REAP_SECONDS = 2;

    private final Process process;
    private final InputStream out;
    private final InputStream err;
    /** Larger than the buffer of the JDK's stream, which then is passed by and never holds a picture. */
    private final byte[] window = new byte[64 * 1024];

    private final byte[] noise = new byte[1024];
    private final StringBuilder line = new StringBuilder();
    private String complaint = "";
    private int position;
    private int limit;
    private long deadline;

    PipeBytes(Process process) {
        this.process = process;
        this.out = process.getInputStream();
        this.err = process.getErrorStream();
    }

    @Override
    public void within(Duration patience) {
        deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public String readLine() throws IOException {
        for (int next = read(); next != '\n'; next = read()) {
            if (line.length() == MAX_LINE) {
                throw new IOException("a header line longer than " + MAX_LINE);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        String whole = line.toString();
        line.setLength(0);
        return whole;
    }

    @Override
    public int read() throws IOException {
        fill();
        return window[position++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        fill();
        int count = Math.min(length, limit - position);
        System.arraycopy(window, position, into, offset, count);
        position += count;
        return count;
    }

    private void fill() throws IOException {
        if (position < limit) {
            return;
        }
        while (out.available() == 0) {
            boolean ended = !process.isAlive();
            listen();
            if (ended && out.available() == 0) {
                throw new EOFException("ffmpeg ended: " + (complaint.isEmpty() ? "it does not say why" : complaint));
            } else if (System.nanoTime() - deadline >= 0) {
                throw new SocketTimeoutException("nothing more came in time");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        int count = out.read(window, 0, window.length);
        if (count < 0) {
            throw new EOFException("ffmpeg ended");
        }
        position = 0;
        limit = count;
    }

    /** Takes what it complains of, so that a full pipe of complaints never blocks it; keeps the newest. */
    private void listen() throws IOException {
        while (err.available() > 0) {
            int count = err.read(noise, 0, noise.length);
            if (count > 0) {
                String all = complaint + new String(noise, 0, count, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
                complaint = all.substring(Math.max(0, all.length() - MAX_COMPLAINT));
            }
        }
    }

    /**
     * Ends the process and waits until it is gone, so that the camera is free again. The streams are closed first: what
     * is in the pipe when a process dies the JDK would read into a buffer of its own.
     */
    @Override
    public void close() {
        Arrays.fill(window, (byte) 0);
        quietly(out);
        quietly(err);
        process.destroyForcibly();
        boolean interrupted =
                Thread.interrupted(); // the driver's thread is told to end; the child is reaped all the same
        try {
            process.waitFor(REAP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // nothing is lost with a pipe that does not close
        }
    }
}
