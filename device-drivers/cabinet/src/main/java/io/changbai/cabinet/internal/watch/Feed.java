package io.changbai.cabinet.internal.watch;

/** A watchdog that bites when it is not fed. Used by one thread. */
interface Feed extends AutoCloseable {

    /** All is well, for the first time. */
    void ready();

    /** All is well. */
    void feed();

    /** An end that is meant: the watchdog sleeps. */
    @Override
    void close();
}
