package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.speech.Sentence;
import io.changbai.device.api.speech.SpeechOutput;
import io.changbai.device.api.speech.SpeechResult;
import io.changbai.device.api.speech.SpeechResult.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every voice holds to. */
public interface SpeechOutputContract extends DeviceContract {

    /** What a listener does. */
    interface ListenerHands extends Hands {

        void headphones(boolean in);
    }

    @Override
    SpeechOutput device();

    @Override
    ListenerHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.SPEECH;
    }

    @Test
    default void saysASentenceToHeadphones(TestReporter reporter) {
        Await.ready(device());
        hands().headphones(true);
        Stopwatch watch = Stopwatch.start();
        assertThat(Await.end(say("好。", true))).isInstanceOf(SpeechResult.Spoken.class);
        watch.tell(reporter, "one short sentence");
    }

    @Test
    default void isSilentWithoutHeadphonesUntilTheLoudspeakerIsSwitchedOn() {
        Await.ready(device());
        hands().headphones(false);
        assertThat(Await.end(say("好。", false))).isEqualTo(new SpeechResult.Refused(Why.NOBODY_LISTENS));
        device().loudspeaker(true);
        assertThat(Await.end(say("好。", false))).isInstanceOf(SpeechResult.Spoken.class);
    }

    @Test
    default void neverTellsOfAPersonAloud() {
        Await.ready(device());
        hands().headphones(false);
        device().loudspeaker(true);
        assertThat(Await.end(say("好。", true))).isEqualTo(new SpeechResult.Refused(Why.PERSONAL));
    }

    @Test
    default void endsTheSoundWhenItIsCancelledOrHushed(TestReporter reporter) {
        Await.ready(device());
        hands().headphones(true);
        DeviceCommand<SpeechResult> first = say("请稍候，".repeat(60), false);
        DeviceCommand<SpeechResult> second = say("请稍候，".repeat(60), false);
        Await.until("it speaks", () -> device().status().availability() == io.changbai.device.api.Availability.BUSY);
        Stopwatch watch = Stopwatch.start();
        device().hush();
        assertThat(Await.end(first)).isInstanceOf(SpeechResult.Interrupted.class);
        watch.tell(reporter, "from hush to silence");
        assertThat(Await.end(second)).isInstanceOf(SpeechResult.Interrupted.class);
    }

    @Test
    default void forgetsTheVisit() {
        Await.ready(device());
        device().volume(SpeechOutput.LOUDEST + 1);
        assertThat(device().volume()).isEqualTo(SpeechOutput.LOUDEST);
        device().loudspeaker(true);
        device().visitEnded();
        assertThat(device().volume()).isEqualTo(SpeechOutput.USUAL);
        assertThat(device().loudspeaker()).isFalse();
    }

    private DeviceCommand<SpeechResult> say(String text, boolean personal) {
        return device().say(new Sentence(text, "zh-CN", personal));
    }
}
