package io.changbai.card.reader.internal.ssse;

import io.changbai.card.reader.internal.ssse.CardReaderThread.Visits;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.card.CardPin;
import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.api.card.UnlockAuthority;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The commands with a PIN.
 *
 * <pre>
 *   change or unlock ──answered──► said            torn off ──card again──► read back ──► Done, NotChanged, Blocked
 *                                                      └── not in time, another card, cannot tell ──► Unknown
 * </pre>
 */
final class PinCommands {

    private final CardReaderThread reader;
    private final SocialReaderSettings settings;

    PinCommands(CardReaderThread reader, SocialReaderSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    DeviceCommand<CardPinResult> verify(CardPin pin, Duration patience) {
        PinCheck check = new PinCheck(pin);
        return wiping(
                reader.submit(
                        new CardPinResult.Cancelled(),
                        () -> new CardPinResult.Failed(SocialReaderFaults.HANGS),
                        (visits, cancellation) -> visits.visit(check.under(cancellation), patience, cancellation)),
                pin);
    }

    DeviceCommand<CardPinResult> change(CardPin old, CardPin fresh, Duration patience) {
        PinChange change = new PinChange(old, fresh);
        Optional<PinReadBack.Change> both = Optional.of(new PinReadBack.Change(old, fresh));
        return wiping(
                reader.submit(
                        new CardPinResult.Cancelled(),
                        () -> whenHanging(change),
                        (visits, cancellation) -> write(change, both, patience, visits, cancellation)),
                old,
                fresh);
    }

    DeviceCommand<CardPinResult> unlock(UnlockAuthority authority, Duration patience) {
        AtomicReference<PinUnlock> begun = new AtomicReference<>();
        return reader.submit(new CardPinResult.Cancelled(), () -> whenHanging(begun.get()), (visits, cancellation) -> {
            Patience seal = new Patience(settings.authentication(), cancellation);
            PinUnlock unlock = new PinUnlock(authority, seal, settings.unlockP2());
            begun.set(unlock);
            return write(unlock, Optional.empty(), patience, visits, cancellation);
        });
    }

    /** Wipes when the device's thread has done with the PINs, which may be later than the command's end. */
    private static DeviceCommand<CardPinResult> wiping(GuardedCommand<CardPinResult> command, CardPin... pins) {
        command.onThreadEnd(() -> List.of(pins).forEach(CardPin::close));
        return command;
    }

    /** A write that left for the card and hangs may still arrive. */
    private static CardPinResult whenHanging(PinWork work) {
        return work != null && work.isSent()
                ? new CardPinResult.Unknown()
                : new CardPinResult.Failed(SocialReaderFaults.HANGS);
    }

    private CardPinResult write(
            PinWork work,
            Optional<PinReadBack.Change> change,
            Duration patience,
            Visits visits,
            Cancellation cancellation) {
        CardPinResult said = visits.visit(work.under(cancellation), patience, cancellation);
        if (work.torn().isEmpty()) {
            return said;
        }
        PinReadBack readBack = new PinReadBack(work.torn().get(), change);
        CardPinResult found = visits.visit(readBack.under(cancellation), settings.readBack(), cancellation);
        boolean isKnown = found instanceof CardPinResult.Done
                || found instanceof CardPinResult.NotChanged
                || found instanceof CardPinResult.Blocked;
        return isKnown ? found : new CardPinResult.Unknown();
    }
}
