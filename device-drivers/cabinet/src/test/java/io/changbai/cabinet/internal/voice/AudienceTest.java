package io.changbai.cabinet.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.signal.CabinetState.Presence;
import io.changbai.device.api.speech.Sentence;
import io.changbai.device.api.speech.SpeechResult.Why;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final Sentence HINT = new Sentence("请取走您的卡", "zh-CN", false);
    private static final Sentence PERSONAL = new Sentence("您的养老金为", "zh-CN", true);

    private final Audience audience = new Audience();
    private final Headphones headphones = new Headphones();

    @Test
    void withoutACabinetNobodyListens() {
        assertThat(audience.forbids(HINT)).contains(Why.NOBODY_LISTENS);
    }

    @Test
    void aSensorThatSaysNothingHasSeenNoHeadphones() {
        audience.set(headphones);
        headphones.are(Presence.UNKNOWN);
        assertThat(audience.forbids(HINT)).contains(Why.NOBODY_LISTENS);
    }

    @Test
    void headphonesHearEverything() {
        audience.set(headphones);
        headphones.are(Presence.PRESENT);
        assertThat(audience.forbids(HINT)).isEmpty();
        assertThat(audience.forbids(PERSONAL)).isEmpty();
    }

    @Test
    void theLoudspeakerNeverTellsOfAPerson() {
        audience.loudspeaker(true);
        assertThat(audience.forbids(HINT)).isEmpty();
        assertThat(audience.forbids(PERSONAL)).contains(Why.PERSONAL);
        audience.set(headphones);
        headphones.are(Presence.NOT_PRESENT);
        assertThat(audience.forbids(PERSONAL)).contains(Why.PERSONAL);
    }
}
