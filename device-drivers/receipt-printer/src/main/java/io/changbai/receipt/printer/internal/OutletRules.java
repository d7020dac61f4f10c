package io.changbai.receipt.printer.internal;

import io.changbai.device.api.Capability;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the outlet of this printer can do and what is done with paper that nobody takes.
 *
 * @param senses whether it notices that paper was taken
 * @param retracts whether it can draw paper back into a bin
 * @param steps how far paper is presented, in the maker's steps
 * @param patience how long paper may lie there once its visit has ended
 * @param binHolds slips; 0 for a bin that is not counted
 */
record OutletRules(Presenter presenter, boolean senses, boolean retracts, int steps, Duration patience, int binHolds) {

    /** A printer that lets its paper hang out. */
    static final OutletRules NONE = new OutletRules(Presenter.NONE, false, false, 0, Duration.ZERO, 0);

    OutletRules {
        senses = senses && presenter.senses();
        retracts = retracts && presenter.retract().isPresent();
    }

    byte[] present() {
        return presenter.present(steps);
    }

    Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        if (presenter != Presenter.NONE) {
            all.add(Capability.PRESENTS_PAPER);
        }
        if (senses) {
            all.add(Capability.SENSES_TAKEN);
        }
        if (retracts) {
            all.add(Capability.RETRACTS_PAPER);
        }
        return all;
    }
}
