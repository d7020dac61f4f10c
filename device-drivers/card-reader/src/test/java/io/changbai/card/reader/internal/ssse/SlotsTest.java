package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.contract.Await;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import io.changbai.device.link.CardSlot.State;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Contact, contactless and security module slots. */
@Timeout(60)
class SlotsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HandSlot contact = new HandSlot();
    private final HandSlot contactless = new HandSlot();

    private static boolean takes(String expression, String reader) {
        return Pattern.compile(expression).matcher(reader).find();
    }

    @Test
    void aReaderMeantForSomethingElseIsNeverTaken() {
        String contactReader = SocialReaderSettings.onlyFor(".*", "CL|PICC", "PSAM");
        assertThat(takes(contactReader, "ACME 9000 00 00")).isTrue();
        assertThat(takes(contactReader, "ACME 9000 CL 00 00")).isFalse();
        assertThat(takes(contactReader, "ACME 9000 PSAM 00 01")).isFalse();
        assertThat(takes(SocialReaderSettings.onlyFor("00 00$", "", "00 01$"), "Virtual PCD 00 00"))
                .isTrue();
        assertThat(takes(SocialReaderSettings.onlyFor("PCD", "", "00 01$"), "Virtual PCD 00 01"))
                .isFalse();
        assertThat(takes(SocialReaderSettings.onlyFor("PCD", "", ""), "Virtual PCD 00 01"))
                .isTrue();
    }

    @Test
    void readsTheCardInWhicheverSlotItIs() {
        PcscSocialCardReader reader = new PcscSocialCardReader(
                new TwoSlots(contact, contactless), TerminalKeys.none(), HandSlot.SETTINGS, "hand", new SteadyClock());
        try {
            contactless.insert(SocialCards.of(Generation.V2_00).contactless());
            assertThat(Await.end(reader.read(PATIENCE)))
                    .isInstanceOfSatisfying(
                            SocialCardResult.Read.class,
                            read -> assertThat(read.card().atr()).startsWith("3B8D8001"));
            contactless.remove();
            contact.insert(SocialCards.of(Generation.V1_00));
            assertThat(Await.end(reader.read(PATIENCE)))
                    .isInstanceOfSatisfying(
                            SocialCardResult.Read.class,
                            read -> assertThat(read.card().specVersion()).isEqualTo("1.00"));
        } finally {
            reader.close();
        }
    }

    @Test
    void isThereAsLongAsOneOfThemIs() {
        TwoSlots both = new TwoSlots(contact, contactless);
        contact.away(State.NO_READER);
        assertThat(both.state()).isEqualTo(State.EMPTY);
        contactless.away(State.NO_SERVICE);
        assertThat(both.state()).isEqualTo(State.NO_READER);
        contact.away(null);
        assertThat(both.state()).isEqualTo(State.EMPTY);
        assertThat(both.await(Duration.ofMillis(100))).isEqualTo(State.EMPTY);
        contactless.away(null);
        contactless.insert(SocialCards.of(Generation.V2_00));
        assertThat(both.await(Duration.ZERO)).isEqualTo(State.CARD_PRESENT);
    }
}
