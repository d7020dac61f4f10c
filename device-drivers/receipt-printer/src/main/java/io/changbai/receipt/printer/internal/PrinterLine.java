package io.changbai.receipt.printer.internal;

import io.changbai.device.link.ByteChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * An open channel to a printer: bytes out as the printer takes them, answers in. A printer that takes nothing more (no
 * paper, its buffer full) is not away: {@link #offer} and {@link #send} say so and the line stays open.
 */
final class PrinterLine implements AutoCloseable, ReturnStream.Listener {

    /** What a printer that says XOFF still takes. */
    private static final int PIECE = 256;

    private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final ByteChannel channel;
    private final ReturnStream incoming = new ReturnStream(this);
    private final Questions questions = new Questions();
    private final byte[] buffer = new byte[256];
    private byte[] owed = {};
    private boolean paused;
    private String processed = "";
    private String introduced;
    private byte[] outlet;
    private PrinterState reported;

    PrinterLine(ByteChannel channel) {
        this.channel = channel;
    }

    /**
     * Sends a short command whole, also when the printer said XOFF: it keeps a reserve for such.
     *
     * @return false when the printer takes nothing now; a part it took is completed before anything else is sent
     * @throws IOException the printer is gone
     */
    boolean send(byte[] command) throws IOException {
        byte[] all = joined(owed, command);
        int taken = channel.offer(all, 0, all.length, COMMAND_PATIENCE);
        boolean begun = taken > owed.length;
        owed = Arrays.copyOfRange(all, taken, begun ? all.length : owed.length);
        return taken == all.length;
    }

    /**
     * Offers the next bytes of a job.
     *
     * @return how many were taken; 0 when the printer said XOFF, or takes nothing within {@code patience}
     * @throws IOException the printer is gone
     */
    int offer(byte[] job, int from, Duration patience) throws IOException {
        listen(AT_ONCE);
        if (paused) {
            listen(patience);
        }
        if (paused || (owed.length > 0 && !send(new byte[0]))) {
            return 0;
        }
        return channel.offer(job, from, Math.min(PIECE, job.length - from), patience);
    }

    /**
     * Asks the four real-time questions.
     *
     * @return empty when the answers did not come in time; those that come later are for the next who asks
     */
    Optional<PrinterState> ask(Duration patience) throws IOException {
        Deadline deadline = Deadline.in(patience);
        listen(AT_ONCE);
        Optional<PrinterState> state = questions.take();
        while (state.isEmpty() && !deadline.isOver()) {
            if (!questions.areOpen() && !askAll()) {
                return Optional.empty();
            }
            listen(LOOK);
            state = questions.take();
        }
        return state;
    }

    private boolean askAll() throws IOException {
        incoming.forget();
        questions.asked();
        return send(Questions.ALL);
    }

    /** As {@link #ask}, but never with answers to what somebody asked before. */
    Optional<PrinterState> askAnew(Duration patience) throws IOException {
        Deadline deadline = Deadline.in(patience);
        while (questions.areOpen() && !deadline.isOver()) {
            listen(deadline.left());
        }
        questions.take();
        return ask(patience);
    }

    /** The third byte of DLE EOT 20 from printers that know it: what lies where on the paper's way. */
    Optional<Integer> askOutlet(Duration patience) throws IOException {
        outlet = null;
        if (!send(EscPos.outletQuery())) {
            return Optional.empty();
        }
        Deadline deadline = Deadline.in(patience);
        while (outlet == null && !deadline.isOver()) {
            listen(deadline.left());
        }
        return Optional.ofNullable(outlet).map(six -> six[2] & 0xFF);
    }

    /** GS I n. Empty when the printer does not know the question, or is offline. */
    Optional<String> introduce(int n, Duration patience) throws IOException {
        introduced = null;
        send(EscPos.identify(n));
        Deadline deadline = Deadline.in(patience);
        while (introduced == null && !deadline.isOver()) {
            listen(deadline.left());
        }
        return Optional.ofNullable(introduced);
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
    public void introduced(String text) {
        introduced = text;
    }

    @Override
    public void automaticStatus(byte[] four) {
        reported = PrinterState.ofAutomaticStatus(four);
    }

    @Override
    public void outletStatus(byte[] six) {
        outlet = six;
    }

    @Override
    public void statusAnswer(int answer) {
        questions.answered(answer);
    }

    @Override
    public void close() {
        channel.close();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
