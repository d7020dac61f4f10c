package io.changbai.cabinet.internal.watch;

import java.util.List;

/** What must be so for the terminal to be of use. */
@FunctionalInterface
interface Health {

    /** What is not as it must be, in a few words each; empty when all is well. Blocks at most some seconds. */
    List<String> complaints();
}
