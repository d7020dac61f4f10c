package io.changbai.qr.scanner.internal;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.scanner.ScanResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One scan.
 *
 * <pre>
 *   purge, open the eye ──code──► close the eye, result
 *            ▲    │ the same code as just now; or 25 s: the module has closed its eye by itself
 *            └────┘
 * </pre>
 */
final class Scan {

    private final ScannerLink link;
    private final ScannerProfile profile;
    private final Debounce debounce;
    private final Clock clock;

    Scan(ScannerLink link, ScannerProfile profile, Debounce debounce, Clock clock) {
        this.link = link;
        this.profile = profile;
        this.debounce = debounce;
        this.clock = clock;
    }

    /** @throws IOException the scanner is unplugged */
    ScanResult run(Duration patience, Cancellation cancellation) throws IOException {
        Instant deadline = clock.instant().plus(patience);
        link.purge();
        try {
            return listen(deadline, cancellation);
        } finally {
            link.send(profile.triggerOff());
        }
    }

    private ScanResult listen(Instant deadline, Cancellation cancellation) throws IOException {
        Instant closesItsEye = Instant.MIN;
        while (true) {
            Instant now = clock.instant();
            if (!now.isBefore(closesItsEye)) {
                link.send(profile.triggerOn());
                closesItsEye = now.plus(profile.retrigger());
            }
            ScannerLink.Heard heard = link.listen();
            Optional<ScanResult> end = result(heard);
            if (end.isPresent()) {
                return end.get();
            } else if (heard instanceof ScannerLink.Heard.Code) {
                closesItsEye = Instant.MIN; // a repeat: the module thinks it is done
            } else if (cancellation.isCancelled()) {
                return new ScanResult.Cancelled();
            } else if (!clock.instant().isBefore(deadline)) {
                return new ScanResult.NoCode();
            }
        }
    }

    private Optional<ScanResult> result(ScannerLink.Heard heard) {
        if (heard instanceof ScannerLink.Heard.Code code) {
            return debounce.isRepeat(code.bytes())
                    ? Optional.empty()
                    : Optional.of(new ScanResult.Scanned(code.bytes(), CodeText.decode(code.bytes()), clock.instant()));
        }
        return heard instanceof ScannerLink.Heard.TooLong ? Optional.of(new ScanResult.Oversize()) : Optional.empty();
    }
}
