package io.changbai.journey;

import java.util.function.Consumer;

/** The visit of the moment, for the screens. Safe for any thread; never blocks. */
public interface Journey {

    /** What the screen shows now. */
    VisitView view();

    /** Calls {@code listener} with the present view at once and with each later one, on the journey thread. */
    Subscription onView(Consumer<VisitView> listener);

    /** Hands in what somebody at the screen wants. Intents that do not fit the screen of the moment are dropped. */
    void intent(Intent intent);

    /** Closing twice is harmless. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
