package io.changbai.device.api.scanner;

import io.changbai.device.api.DeviceFault;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a scan ended. */
public sealed interface ScanResult {

    /**
     * One code. It is a credential: in memory only, at most 60 s, never in logs.
     *
     * @param bytes as the scanner sent them, without its suffix
     * @param text decoded as the code says (ECI), else strict UTF-8, else GB18030, else ISO 8859-1
     * @param symbology AIM identifier, for example {@code ]Q1}; empty when the scanner does not say
     */
    record Scanned(byte[] bytes, String text, Instant at, String symbology) implements ScanResult {

        /** A code of unknown symbology. */
        public Scanned(byte[] bytes, String text, Instant at) {
            this(bytes, text, at, "");
        }

        /** Says nothing of the code but its length. */
        @Override
        public String toString() {
            return "Scanned[" + bytes.length + " bytes]";
        }
    }

    /** More than 4096 bytes came without an end; they were thrown away. */
    record Oversize() implements ScanResult {}

    record NoCode() implements ScanResult {}

    record Cancelled() implements ScanResult {}

    record Failed(DeviceFault fault) implements ScanResult {}

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Function<Scanned, T> scanned,
            Supplier<T> oversize,
            Supplier<T> noCode,
            Supplier<T> cancelled,
            Function<DeviceFault, T> failed) {
        if (this instanceof Scanned s) {
            return scanned.apply(s);
        } else if (this instanceof Oversize) {
            return oversize.get();
        } else if (this instanceof NoCode) {
            return noCode.get();
        } else if (this instanceof Cancelled) {
            return cancelled.get();
        }
        return failed.apply(((Failed) this).fault());
    }
}
