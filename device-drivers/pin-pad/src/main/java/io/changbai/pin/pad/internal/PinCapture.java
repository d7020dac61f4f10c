package io.changbai.pin.pad.internal;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.pin.PinBlock.Format;
import io.changbai.device.api.pin.PinRequest;
import io.changbai.device.api.pin.PinResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * One typing of one PIN.
 *
 * <pre>
 *   ASKED ──taken──► TYPING ──73──► captured
 *                      │ 70: so many digits
 *                      │ 71: cancelled, timed out, tampered, no keys, refused
 *                      │ nobody wants it, or the time is up: 72, then at most 2 s for the end
 *                      └ asked every second how it is; twice no answer: gone; idle without an end: the end was lost
 * </pre>
 *
 * The pad repeats our reference in all it says, so that the end of an abandoned typing is never taken for this one's.
 */
final class PinCapture {

    private static final Duration SLICE = Duration.ofMillis(100);
    private static final Duration BEAT = Duration.ofSeconds(1);
    /** The pad ends a typing by itself; this much later we do. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration TO_END = Duration.ofSeconds(2);
    private static final int MISSES = 2;
    /** An end is sent three times at most. */
    private static final int DAMAGED_ENDS = 3;

    private final PadLink link;
    private final Clock clock;
    private final int reference;
    private final Cancellation cancellation;
    private final IntConsumer typed;
    private final Instant deadline;

    private Instant nextBeat;
    private Instant giveUp;
    private boolean calledOff;
    private boolean idle;
    private int misses;

    PinCapture(
            PadLink link, Clock clock, int reference, Duration patience, Cancellation cancellation, IntConsumer typed) {
        this.link = link;
        this.clock = clock;
        this.reference = reference;
        this.cancellation = cancellation;
        this.typed = typed;
        this.deadline = clock.instant().plus(patience).plus(GRACE);
        this.nextBeat = clock.instant().plus(BEAT);
    }

    /** @throws IOException the pad is gone or mute */
    PinResult run(PinRequest request, Duration patience, Format bound) throws IOException {
        if (!link.send(PadRequest.capture(reference, request, patience, bound))) {
            throw new IOException("the pad takes no request");
        }
        Optional<PinResult> end = Optional.empty();
        while (end.isEmpty()) {
            Optional<String> heard = link.receive(SLICE);
            end = heard.isPresent() ? react(PadMessage.decode(heard.get())) : lookAround();
        }
        return end.get();
    }

    private Optional<PinResult> react(PadMessage message) {
        misses = 0;
        if (message instanceof PadMessage.Block block && block.reference() == reference) {
            return Optional.of(new PinResult.Captured(block.block()));
        } else if (message instanceof PadMessage.Ended ended && ended.reference() == reference) {
            return Optional.of(result(ended.end()));
        } else if (message instanceof PadMessage.Typed progress && progress.reference() == reference && !calledOff) {
            typed.accept(progress.digits());
        } else if (message instanceof PadMessage.Status status) {
            return healthOf(status.state());
        }
        return Optional.empty();
    }

    private PinResult result(PadMessage.End end) {
        return switch (end) {
            case CANCELLED ->
                calledOff && !cancellation.isCancelled() ? new PinResult.TimedOut() : new PinResult.Cancelled();
            case TIMED_OUT -> new PinResult.TimedOut();
            case TAMPERED -> failed(PinPadFaults.TAMPERED);
            case NO_KEYS -> failed(PinPadFaults.NO_KEYS);
            case REFUSED -> failed(PinPadFaults.PROTOCOL);
        };
    }

    private static PinResult failed(DeviceFault fault) {
        return new PinResult.Failed(fault);
    }

    private Optional<PinResult> healthOf(PadState state) {
        if (!state.faults().isEmpty()) {
            return Optional.of(failed(state.faults().get(0)));
        }
        boolean endIsLost = idle && state == PadState.READY; // twice running: an end under way would have come
        idle = state == PadState.READY;
        return endIsLost ? Optional.of(failed(PinPadFaults.LINE)) : Optional.empty();
    }

    private Optional<PinResult> lookAround() throws IOException {
        Instant now = clock.instant();
        if (link.damagedInARow() >= DAMAGED_ENDS) {
            return Optional.of(failed(PinPadFaults.LINE));
        } else if (calledOff && !now.isBefore(giveUp)) {
            throw new IOException("the pad does not end what was called off");
        } else if (!calledOff && (cancellation.isCancelled() || !now.isBefore(deadline))) {
            callOff(now);
        } else if (!now.isBefore(nextBeat)) {
            beat(now);
        }
        return Optional.empty();
    }

    private void callOff(Instant now) throws IOException {
        calledOff = true;
        giveUp = now.plus(TO_END);
        if (!link.send(PadRequest.cancel(reference))) {
            throw new IOException("the pad takes no cancel");
        }
    }

    private void beat(Instant now) throws IOException {
        nextBeat = now.plus(BEAT);
        misses++;
        if (misses > MISSES || !link.send(PadRequest.STATUS)) {
            throw new IOException("the pad does not answer any more");
        }
    }
}
