package io.changbai.device.api.print;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to print for one visit. The journey makes one when a visit begins and ends it when the visit ends; from then
 * on no job can be made with it and no driver sends another byte of a job that holds it.
 */
public final class VisitToken {

    private final String visitId;
    private final AtomicBoolean live = new AtomicBoolean(true);

    private VisitToken(String visitId) {
        this.visitId = visitId;
    }

    /** @param visitId random, says nothing of the person */
    public static VisitToken begin(String visitId) {
        return new VisitToken(visitId);
    }

    public String visitId() {
        return visitId;
    }

    public boolean isLive() {
        return live.get();
    }

    /** Ends the right to print; there is no way back. */
    public void end() {
        live.set(false);
    }
}
