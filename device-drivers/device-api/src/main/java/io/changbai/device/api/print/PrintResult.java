package io.changbai.device.api.print;

import java.util.function.Function;
import java.util.function.IntFunction;

/** How a print job ended. {@link Unknown} is a real end: it is never rounded to one of the others. */
public sealed interface PrintResult {

    /** The device confirmed that everything came out. */
    record Printed(int pages) implements PrintResult {}

    /** Certainly not a mark reached paper, or the device confirmed that the job was dropped before its first page. */
    record NotPrinted(Reason reason) implements PrintResult {}

    /**
     * Something was sent and the device did not confirm the end. Never printed again without a person looking.
     *
     * @param pagesConfirmed how many pages are known to have come out; 0 when nothing is known
     */
    record Unknown(Reason reason, int pagesConfirmed) implements PrintResult {}

    /** Why a job did not end as printed. */
    enum Reason {
        PAPER_OUT,
        COVER_OPEN,
        JAMMED,
        CUTTER,
        /** Paper of an earlier visit lies in the outlet. */
        OUTLET_BLOCKED,
        OUT_OF_TONER,
        DEVICE_ERROR,
        NO_DEVICE,
        NO_ANSWER,
        VISIT_ENDED,
        CANCELLED,
        REFUSED
    }

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(IntFunction<T> printed, Function<NotPrinted, T> notPrinted, Function<Unknown, T> unknown) {
        if (this instanceof Printed p) {
            return printed.apply(p.pages());
        } else if (this instanceof NotPrinted n) {
            return notPrinted.apply(n);
        }
        return unknown.apply((Unknown) this);
    }
}
