package io.changbai.device.api.print;

import io.changbai.device.api.Device.Subscription;
import io.changbai.device.api.DeviceCommand;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Where a printer hands its paper over, in the words of XFS4IoT (MediaPresented, MediaTaken, MediaRetracted).
 *
 * <pre>
 *   EMPTY ──PRESENTED──► PRESENTED ──TAKEN, RETRACTED──► EMPTY
 *                         │    ▲
 *                         └────┘ RETRACT_FAILED
 * </pre>
 *
 * While paper of one visit lies here, a printer that senses it refuses jobs of another one
 * ({@link PrintResult.Reason#OUTLET_BLOCKED}).
 */
public interface PaperOutlet {

    /** The outlet of a printer that senses nothing and holds nothing back. */
    PaperOutlet UNSENSED = new PaperOutlet() {
        @Override
        public State state() {
            return State.UNKNOWN;
        }

        @Override
        public Subscription onEvent(Consumer<Event> listener) {
            return () -> {};
        }

        @Override
        public DeviceCommand<Retraction> retract() {
            return new DeviceCommand<>() {
                @Override
                public CompletionStage<Retraction> result() {
                    return CompletableFuture.completedStage(Retraction.NOT_SUPPORTED);
                }

                @Override
                public void cancel() {}
            };
        }
    };

    enum State {
        EMPTY,
        /** Paper lies in the outlet and can be taken. */
        PRESENTED,
        /** There is no sensor, or it has not been asked yet. */
        UNKNOWN
    }

    enum Event {
        PRESENTED,
        TAKEN,
        RETRACTED,
        RETRACT_FAILED
    }

    /** How drawing the paper back ended. */
    enum Retraction {
        RETRACTED,
        NOTHING_THERE,
        /** It is still in the outlet: the mechanism failed, the bin is full, or nothing answers. */
        FAILED,
        NOT_SUPPORTED
    }

    /** What is true now. Never blocks. */
    State state();

    /**
     * Calls {@code listener} with each later event, on the device's thread; the listener must only hand over.
     *
     * @return closes the subscription
     */
    Subscription onEvent(Consumer<Event> listener);

    /** Draws paper that nobody took back into the printer, where the printer can. */
    DeviceCommand<Retraction> retract();
}
