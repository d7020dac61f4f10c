package io.changbai.qr.scanner.internal;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.qr.scanner.internal.codec.CodeText;
import io.changbai.qr.scanner.internal.codec.Heard;
import io.changbai.qr.scanner.internal.codec.ScannerProfile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One scan.
 *
 * <pre>
 *   drain, open the eye ──code──► close the eye, result
 *            ▲    │ the same code as just now; no reply to the command; or the module has closed its eye by itself
 *            └────┘
 * </pre>
 */
final class Scan {

    private static final Logger LOG = LoggerFactory.getLogger(Scan.class);
    private static final int TRIES = 3;

    private final ScannerLink link;
    private final ScannerProfile profile;
    private final Debounce debounce;
    private final boolean aimIdentifier;
    private final Clock clock;
    private Instant armAgain = Instant.MIN;
    private int unanswered;

    Scan(ScannerLink link, ScannerProfile profile, Debounce debounce, boolean aimIdentifier, Clock clock) {
        this.link = link;
        this.profile = profile;
        this.debounce = debounce;
        this.aimIdentifier = aimIdentifier;
        this.clock = clock;
    }

    /** @throws IOException the scanner is unplugged or mute */
    ScanResult run(Duration patience, Cancellation cancellation) throws IOException {
        Instant deadline = clock.instant().plus(patience);
        link.drain();
        try {
            return listen(deadline, cancellation);
        } finally {
            disarm();
        }
    }

    /** What was read is read, even if the cable goes now; the next look notices that. */
    private void disarm() {
        try {
            link.send(profile.disarm());
        } catch (IOException e) {
            LOG.debug("the scanner's eye could not be closed: {}", e.getMessage());
        }
    }

    private ScanResult listen(Instant deadline, Cancellation cancellation) throws IOException {
        while (true) {
            armWhenDue();
            Optional<ScanResult> end = result(link.listen());
            if (end.isPresent()) {
                return end.get();
            } else if (cancellation.isCancelled()) {
                return new ScanResult.Cancelled();
            } else if (!clock.instant().isBefore(deadline)) {
                return new ScanResult.NoCode();
            }
        }
    }

    private void armWhenDue() throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(armAgain)) {
            return;
        } else if (unanswered == TRIES) {
            throw new IOException("the scanner does not answer when it is armed");
        } else if (unanswered > 0) {
            link.send(profile.wake());
        }
        link.send(profile.arm());
        unanswered += profile.armIsAnswered() ? 1 : 0;
        armAgain = clock.instant()
                .plus(
                        profile.armIsAnswered()
                                ? profile.timing().reply()
                                : profile.timing().rearm());
    }

    private Optional<ScanResult> result(Heard heard) {
        if (heard instanceof Heard.Code code) {
            return scanned(code);
        } else if (heard instanceof Heard.Reply reply) {
            return answered(reply);
        }
        return heard instanceof Heard.TooLong ? Optional.of(new ScanResult.Oversize()) : Optional.empty();
    }

    /** After a repeat the module thinks it is done: its eye is opened again. */
    private Optional<ScanResult> scanned(Heard.Code code) {
        if (debounce.isRepeat(code.bytes())) {
            armAgain = Instant.MIN;
            unanswered = 0;
            return Optional.empty();
        }
        CodeText text = CodeText.of(code.bytes(), aimIdentifier);
        String symbology = code.symbology().isEmpty() ? text.symbology() : code.symbology();
        return Optional.of(new ScanResult.Scanned(code.bytes(), text.text(), clock.instant(), symbology));
    }

    private Optional<ScanResult> answered(Heard.Reply reply) {
        if (unanswered == 0) {
            return Optional.empty(); // to something sent before
        }
        unanswered = 0;
        armAgain = clock.instant().plus(profile.timing().rearm());
        return reply.accepted() ? Optional.empty() : Optional.of(new ScanResult.Failed(ScannerFaults.REFUSED));
    }
}
