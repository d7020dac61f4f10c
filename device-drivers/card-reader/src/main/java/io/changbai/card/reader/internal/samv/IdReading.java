package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.IdCardResult;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reading of one card. What each status means is in {@link SamStatus}.
 *
 * <pre>
 *   FIND ──9F──► SELECT ──90──► READ ──90──► result
 *    ▲ │80: rest     │             │
 *    │ └─────┐       │             │ failed, damaged, silent: a try
 *    └───────┴───────┴─────────────┘ third try, or 10 s after the first: unreadable
 * </pre>
 */
final class IdReading {

    private static final Logger LOG = LoggerFactory.getLogger(IdReading.class);

    private static final int TRIES = 3;
    private static final Duration ALL_TRIES = Duration.ofSeconds(10);
    /** Many readers do not find a card again before it was lifted: ask for that soon. */
    private static final Duration FOUND_AGAIN = Duration.ofSeconds(2);
    /** A reader that does not answer three finds running, or answers them with garbage, is not working. */
    private static final int BAD_FINDS = 3;

    private final SamLink link;
    private final Clock clock;
    private final Duration poll;
    private final Cancellation cancellation;
    private final Instant deadline;

    private SamCommand step = SamCommand.FIND;
    private int tries;
    private Instant firstFailure;
    private Instant lastFailure;
    private int silentFinds;
    private int damagedFinds;
    private boolean resent;
    private boolean moduleReset;

    IdReading(SamLink link, Clock clock, Duration poll, Duration patience, Cancellation cancellation) {
        this.link = link;
        this.clock = clock;
        this.poll = poll;
        this.cancellation = cancellation;
        this.deadline = clock.instant().plus(patience);
    }

    /** @throws IOException the reader is gone or mute */
    IdCardResult run() throws IOException {
        Optional<IdCardResult> end = Optional.empty();
        while (end.isEmpty()) {
            end = timeIsUp();
            if (end.isEmpty()) {
                end = step(link.exchange(step, cancellation));
            }
        }
        return end.get();
    }

    /** Between cards only: a card that was found is read to the end. */
    private Optional<IdCardResult> timeIsUp() {
        if (cancellation.isCancelled()) {
            return Optional.of(new IdCardResult.Cancelled());
        }
        if (step != SamCommand.FIND) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (tries > 0 && (now.isAfter(firstFailure.plus(ALL_TRIES)) || !now.isBefore(deadline))) {
            return Optional.of(new IdCardResult.Unreadable());
        }
        return now.isBefore(deadline) ? Optional.empty() : Optional.of(new IdCardResult.NoCard());
    }

    private Optional<IdCardResult> step(SamLink.Reply reply) throws IOException {
        if (reply instanceof SamLink.Reply.Answered answered) {
            silentFinds = 0;
            damagedFinds = 0;
            return react(answered.answer());
        } else if (reply instanceof SamLink.Reply.Damaged) {
            return step == SamCommand.FIND ? damagedFind() : failedTry("a damaged answer");
        } else if (reply instanceof SamLink.Reply.Silent) {
            return step == SamCommand.FIND ? silentFind() : failedTry("no answer");
        }
        return Optional.empty(); // abandoned: timeIsUp() says why
    }

    private Optional<IdCardResult> damagedFind() {
        damagedFinds++;
        return damagedFinds < BAD_FINDS ? Optional.empty() : Optional.of(new IdCardResult.Failed(IdReaderFaults.LINE));
    }

    private Optional<IdCardResult> silentFind() throws IOException {
        silentFinds++;
        if (silentFinds == BAD_FINDS) {
            throw new IOException("the reader does not answer");
        }
        return Optional.empty();
    }

    private Optional<IdCardResult> react(SamReceived.Answer answer) throws IOException {
        SamStatus status = SamStatus.of(answer.sw3());
        return switch (status.reaction()) {
            case PROCEED -> proceed(answer);
            case POLL -> noCard();
            case RESEND -> resend(status);
            case RESTART -> failedTry(status.name());
            case OTHER_CARD -> Optional.of(new IdCardResult.NotAnIdCard());
            case RESET -> resetOnce(status);
            case FAIL -> fail(status);
        };
    }

    private Optional<IdCardResult> proceed(SamReceived.Answer answer) {
        if (step == SamCommand.READ) {
            return decode(answer.payload());
        }
        step = step == SamCommand.FIND ? SamCommand.SELECT : SamCommand.READ;
        return Optional.empty();
    }

    private Optional<IdCardResult> decode(byte[] payload) {
        TextBlock block = TextBlock.decode(payload);
        Arrays.fill(payload, (byte) 0);
        if (block instanceof TextBlock.Resident resident) {
            return Optional.of(new IdCardResult.Read(resident.card()));
        } else if (block instanceof TextBlock.OtherKind) {
            return Optional.of(new IdCardResult.NotAnIdCard());
        }
        return failedTry("a record with wrong " + ((TextBlock.Broken) block).why());
    }

    private Optional<IdCardResult> noCard() throws IOException {
        if (tries > 0 && clock.instant().isAfter(lastFailure.plus(FOUND_AGAIN))) {
            return Optional.of(new IdCardResult.Unreadable());
        }
        step = SamCommand.FIND;
        link.rest(poll, cancellation);
        return Optional.empty();
    }

    private Optional<IdCardResult> resend(SamStatus status) throws IOException {
        if (!resent) {
            resent = true;
            return Optional.empty();
        }
        resent = false;
        link.exchange(SamCommand.RESET, cancellation);
        return failedTry(status.name());
    }

    private Optional<IdCardResult> resetOnce(SamStatus status) throws IOException {
        if (moduleReset) {
            return fail(status);
        }
        moduleReset = true;
        link.exchange(SamCommand.RESET, cancellation);
        step = SamCommand.FIND;
        return Optional.empty();
    }

    private static Optional<IdCardResult> fail(SamStatus status) {
        return Optional.of(new IdCardResult.Failed(status.fault().orElse(IdReaderFaults.PROTOCOL)));
    }

    private Optional<IdCardResult> failedTry(String why) {
        LOG.debug("try {} failed at {}: {}", tries + 1, step, why);
        tries++;
        lastFailure = clock.instant();
        firstFailure = firstFailure == null ? lastFailure : firstFailure;
        step = SamCommand.FIND;
        return tries < TRIES ? Optional.empty() : Optional.of(new IdCardResult.Unreadable());
    }
}
