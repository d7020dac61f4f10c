package io.changbai.platform.link.internal;

import java.util.concurrent.Executor;

/** Brings work to the link's thread, in order. {@link #execute} never refuses: for what the session itself needs. */
interface Mailbox extends Executor {

    /** @return false, and nothing is done, when too much is waiting already: for what others can send without end */
    boolean offer(Runnable work);
}
