package io.changbai.document.printer.internal;

import io.changbai.device.api.Capability;
import io.changbai.device.api.print.PageSetup;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a printer can do with paper, and what its counter shows.
 *
 * @param bothSides it can print on both sides
 * @param mostCopies how often it prints a document at most; 1 where it does not say
 * @param counter pages it has printed in its life; empty where it does not count
 */
record PaperHandling(boolean bothSides, int mostCopies, OptionalInt counter) {

    static final PaperHandling PLAIN = new PaperHandling(false, 1, OptionalInt.empty());

    boolean canCopy(PageSetup setup) {
        return setup.copies() <= mostCopies;
    }

    /** Pages that came out since {@code before}; empty where the printer does not count, or counted backwards. */
    OptionalInt since(PaperHandling before) {
        if (counter.isEmpty() || before.counter.isEmpty() || counter.getAsInt() < before.counter.getAsInt()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(counter.getAsInt() - before.counter.getAsInt());
    }

    Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        if (bothSides) {
            all.add(Capability.PRINTS_BOTH_SIDES);
        }
        if (counter.isPresent()) {
            all.add(Capability.COUNTS_PAGES);
        }
        return Set.copyOf(all);
    }
}
