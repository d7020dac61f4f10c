package io.changbai.resident.services.internal;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The thread {@code resident-services} and its time, so that tests can lead both. */
interface Later extends Executor {

    void after(Duration delay, Runnable work);
}
