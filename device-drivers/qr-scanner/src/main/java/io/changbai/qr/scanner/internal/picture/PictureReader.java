package io.changbai.qr.scanner.internal.picture;

import io.changbai.device.api.scanner.CodePictures;
import io.changbai.device.api.scanner.CodeWatch;
import io.changbai.device.api.scanner.GreyPicture;
import io.changbai.device.api.scanner.ScannedCode;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Looks at a picture in one way after another ({@link Attempts}) until a code is read or its time is over. Only QR codes are
 * looked for; with more kinds of codes, so many attempts would begin to see what is not there.
 */
@Component
public final class PictureReader implements CodePictures {

    private static final long MILLIS = 80;

    /** Larger pictures are first looked at in half the size, or a quarter. */
    private static final int MOST_PIXELS = 1_500_000;

    private final List<Attempt> attempts;
    private final long millis;

    @Activate
    public PictureReader() {
        this(Attempts.ORDER, MILLIS);
    }

    PictureReader(List<Attempt> attempts, long millis) {
        this.attempts = attempts;
        this.millis = millis;
    }

    @Override
    public Optional<ScannedCode> read(GreyPicture picture) {
        Budget budget = Budget.millis(millis);
        GreyPicture small = picture;
        while (small.pixels().length > MOST_PIXELS) {
            small = Retouch.half(small);
        }
        Optional<ScannedCode> code = read(small, budget);
        return code.isPresent() || small == picture || budget.isSpent() ? code : read(picture, budget);
    }

    private Optional<ScannedCode> read(GreyPicture picture, Budget budget) {
        for (Attempt attempt : attempts) {
            Optional<ScannedCode> code = attempt.on(picture, budget);
            if (code.isPresent() || budget.isSpent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    @Override
    public CodeWatch watch() {
        return new FrameWatch();
    }
}
