package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.IdCard;
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
 * One reading of one card. What each status means is in {@link SamStatus}, when to give up in {@link Tries}.
 *
 * <pre>
 *   FIND ──9F──► SELECT ──90──► READ ──90──► result, or READ_ADDRESS ──90, 91──► result
 *    ▲ │80: rest     │             │                   │
 *    │ └─────┐       │             │                   │ damaged, silent: asked again twice
 *    └───────┴───────┴─────────────┴───────────────────┘ failed, damaged, silent: a try
 * </pre>
 *
 * Answers carry no number. One that comes too late cannot become somebody else's card: a module answers in order, and no
 * READ is sent before the answer to its own SELECT was received.
 */
final class IdReading {

    private static final Logger LOG = LoggerFactory.getLogger(IdReading.class);

    /** A reader that does not answer three finds running, or answers them with garbage, is not working. */
    private static final int BAD_FINDS = 3;

    private static final int ADDRESS_ASKED = 3;

    private final SamLink link;
    private final Clock clock;
    private final ReadingRules rules;
    private final Cancellation cancellation;
    private final Instant deadline;
    private final Tries tries;

    private SamCommand step = SamCommand.FIND;
    private IdCard card;
    private int silentFinds;
    private int damagedFinds;
    private int addressAsked;
    private boolean resent;
    private boolean moduleReset;

    IdReading(SamLink link, Clock clock, ReadingRules rules, Duration patience, Cancellation cancellation) {
        this.link = link;
        this.clock = clock;
        this.rules = rules;
        this.cancellation = cancellation;
        this.deadline = clock.instant().plus(patience);
        this.tries = new Tries(clock);
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

    /** Whether the last thing read was an impossible record. */
    boolean endedWithBrokenRecord() {
        return tries.endedWithBrokenRecord();
    }

    /** Between cards only: a card that was found is read to the end. */
    private Optional<IdCardResult> timeIsUp() {
        if (cancellation.isCancelled()) {
            return Optional.of(new IdCardResult.Cancelled());
        }
        if (step != SamCommand.FIND) {
            return Optional.empty();
        }
        boolean late = !clock.instant().isBefore(deadline);
        if (tries.tookTooLong() || (tries.any() && late)) {
            return Optional.of(tries.verdict());
        }
        return late ? Optional.of(new IdCardResult.NoCard()) : Optional.empty();
    }

    private Optional<IdCardResult> step(SamLink.Reply reply) throws IOException {
        if (reply instanceof SamLink.Reply.Answered answered) {
            silentFinds = 0;
            damagedFinds = 0;
            return react(answered.answer());
        } else if (reply instanceof SamLink.Reply.Damaged) {
            return step == SamCommand.FIND ? damagedFind() : notHeard("a damaged answer");
        } else if (reply instanceof SamLink.Reply.Silent) {
            return step == SamCommand.FIND ? silentFind() : notHeard("no answer");
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

    /** The card is read already when its newer address is asked for, and asking again does no harm. */
    private Optional<IdCardResult> notHeard(String what) {
        addressAsked += step == SamCommand.READ_ADDRESS ? 1 : 0;
        boolean again = step == SamCommand.READ_ADDRESS && addressAsked < ADDRESS_ASKED;
        return again ? Optional.empty() : failedTry(Tries.Why.NOT_READ, what);
    }

    private Optional<IdCardResult> react(SamReceived.Answer answer) throws IOException {
        SamStatus status = SamStatus.of(answer.sw3());
        if (step == SamCommand.READ_ADDRESS && status == SamStatus.NOT_ON_CARD) {
            return Optional.of(new IdCardResult.Read(card));
        }
        return switch (status.reaction()) {
            case PROCEED -> proceed(answer);
            case POLL -> noCard();
            case RESEND -> resend(status);
            case RESTART -> failedTry(Tries.Why.NOT_READ, status.told(answer));
            case DOUBT -> failedTry(Tries.Why.NOT_VERIFIED, status.told(answer));
            case OTHER_CARD -> Optional.of(new IdCardResult.NotAnIdCard());
            case RESET -> resetOnce(status);
            case FAIL -> fail(status);
        };
    }

    private Optional<IdCardResult> proceed(SamReceived.Answer answer) {
        resent = false;
        if (step == SamCommand.READ) {
            return decode(answer.payload());
        } else if (step == SamCommand.READ_ADDRESS) {
            return append(answer.payload());
        }
        step = step == SamCommand.FIND ? SamCommand.SELECT : SamCommand.READ;
        return Optional.empty();
    }

    private Optional<IdCardResult> decode(byte[] payload) {
        TextBlock block = TextBlock.decode(payload);
        Arrays.fill(payload, (byte) 0);
        if (block instanceof TextBlock.Card read) {
            return read(read.card());
        } else if (block instanceof TextBlock.UnknownKind) {
            return Optional.of(new IdCardResult.UnsupportedDocument());
        }
        return failedTry(Tries.Why.BROKEN_RECORD, "a record with wrong " + ((TextBlock.Broken) block).why());
    }

    private Optional<IdCardResult> read(IdCard read) {
        if (!rules.appendedAddress() || !AddressBlock.canFollow(read)) {
            return Optional.of(new IdCardResult.Read(read));
        }
        card = read;
        step = SamCommand.READ_ADDRESS;
        return Optional.empty();
    }

    private Optional<IdCardResult> append(byte[] payload) {
        try {
            return Optional.of(new IdCardResult.Read(AddressBlock.append(card, AddressBlock.decode(payload))));
        } catch (BrokenRecordException e) {
            return failedTry(Tries.Why.BROKEN_RECORD, "an appended address with wrong " + e.getMessage());
        } finally {
            Arrays.fill(payload, (byte) 0);
        }
    }

    private Optional<IdCardResult> noCard() throws IOException {
        if (step != SamCommand.FIND) {
            return failedTry(Tries.Why.NOT_READ, "the card went away");
        }
        if (tries.isNotFoundAgain()) {
            return Optional.of(tries.verdict());
        }
        link.rest(rules.poll(), cancellation);
        return Optional.empty();
    }

    private Optional<IdCardResult> resend(SamStatus status) throws IOException {
        if (!resent) {
            resent = true;
            return Optional.empty();
        }
        resent = false;
        link.exchange(SamCommand.RESET, cancellation);
        return failedTry(Tries.Why.NOT_READ, status.name());
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

    private Optional<IdCardResult> failedTry(Tries.Why why, String what) {
        LOG.debug("a try failed at {}: {}", step, what);
        tries.failed(why);
        card = null;
        addressAsked = 0;
        step = SamCommand.FIND;
        return tries.wereTheLast() ? Optional.of(tries.verdict()) : Optional.empty();
    }
}
