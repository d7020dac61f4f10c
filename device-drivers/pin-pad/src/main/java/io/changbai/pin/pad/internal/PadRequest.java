package io.changbai.pin.pad.internal;

import io.changbai.device.api.pin.PinBlock.Format;
import io.changbai.device.api.pin.PinRequest;
import java.time.Duration;

/** What the host asks of the pad, profile {@code stx-etx-lrc}. */
final class PadRequest {

    static final String STATUS = "11.";

    private static final int LONGEST_SECONDS = 999;

    private PadRequest() {}

    /**
     * {@code Z60.<reference>FS<prompt>FS<min>FS<max>FS<seconds>FS<format>FS<account number or nothing>}.
     *
     * @param bound the format of blocks bound to an account number; others are always format 1
     */
    static String capture(int reference, PinRequest request, Duration patience, Format bound) {
        Format format = request.pan().isPresent() ? bound : Format.ISO_1;
        long seconds = Math.max(1, Math.min(LONGEST_SECONDS, patience.toSeconds()));
        return String.format(
                "Z60.%04X\u001C%d\u001C%02d\u001C%02d\u001C%03d\u001C%s\u001C%s",
                reference,
                request.prompt().ordinal() + 1,
                request.minDigits(),
                request.maxDigits(),
                seconds,
                format.name().substring("ISO_".length()),
                request.pan().orElse(""));
    }

    /** {@code 72.<reference>}: the PIN is not wanted any more. */
    static String cancel(int reference) {
        return String.format("72.%04X", reference);
    }
}
