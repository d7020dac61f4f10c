package io.changbai.receipt.printer.internal;

import io.changbai.device.link.ByteChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * An open channel to a printer: chunks out, answers in. An answer to a status query does not say to which query it
 * belongs, so there is never more than one under way.
 */
final class PrinterLine implements AutoCloseable, ReturnStream.Listener {

    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(3);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final ByteChannel channel;
    private final ReturnStream incoming = new ReturnStream(this);
    private final ArrayDeque<Integer> answers = new ArrayDeque<>();
    private final byte[] buffer = new byte[256];
    private boolean paused;
    private String processed = "";
    private PrinterState reported;

    PrinterLine(ByteChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException the printer is gone or did not take the bytes; how many it took is unknown */
    void send(byte[] bytes) throws IOException {
        channel.write(bytes, WRITE_PATIENCE);
    }

    /**
     * Asks the four real-time questions, one after the other.
     *
     * @param patience for each answer
     * @return empty when one of them stayed without an answer
     */
    Optional<PrinterState> ask(Duration patience) throws IOException {
        int[] answer = new int[5];
        for (int n = 1; n <= 4; n++) {
            listen(AT_ONCE);
            answers.clear(); // nobody asked for these
            send(EscPos.statusQuery(n));
            Deadline deadline = Deadline.in(patience);
            while (answers.isEmpty() && !deadline.isOver()) {
                listen(deadline.left());
            }
            if (answers.isEmpty()) {
                return Optional.empty();
            }
            answer[n] = answers.remove();
        }
        return Optional.of(PrinterState.ofAnswers(answer[1], answer[2], answer[3], answer[4]));
    }

    /** Takes in what the printer has sent, waiting for it at most {@code patience}. */
    void listen(Duration patience) throws IOException {
        Duration wait = patience;
        int read;
        while ((read = channel.read(buffer, 0, buffer.length, wait)) > 0) {
            for (int i = 0; i < read; i++) {
                incoming.accept(buffer[i]);
            }
            if (read < buffer.length) {
                return;
            }
            wait = AT_ONCE;
        }
    }

    /** Whether the printer said XOFF and not yet XON. */
    boolean isPaused() {
        return paused;
    }

    boolean hasProcessed(String four) {
        return processed.equals(four);
    }

    /** What the printer said unasked since this was called last. */
    Optional<PrinterState> takeReport() {
        Optional<PrinterState> taken = Optional.ofNullable(reported);
        reported = null;
        return taken;
    }

    @Override
    public void flow(boolean mayGoOn) {
        paused = !mayGoOn;
    }

    @Override
    public void processed(String four) {
        processed = four;
    }

    @Override
    public void automaticStatus(byte[] four) {
        reported = PrinterState.ofAutomaticStatus(four);
    }

    @Override
    public void statusAnswer(int answer) {
        if (answers.size() < 64) { // a printer gone mad does not fill our memory
            answers.add(answer);
        }
    }

    @Override
    public void close() {
        channel.close();
    }
}
