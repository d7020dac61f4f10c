package io.changbai.journey.internal;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The thread {@code journey} and its time: one thing at a time, in order. Tests lead it. */
interface VisitThread extends Executor {

    /** Runs {@code work} on the thread, once. There is no way to call it off: what is no longer wanted drops itself. */
    void after(Duration delay, Runnable work);
}
