package io.changbai.cabinet.internal.voice;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.signal.CabinetState.Presence;
import io.changbai.device.api.speech.SpeechOutput;
import io.changbai.device.contract.SpeechOutputContract;
import io.changbai.device.contract.emulated.EmulatedSpeech;
import io.changbai.device.link.internal.UriChannels;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract of its class of device, over an emulated speech-dispatcher. */
class SpeechOutputContractTest implements SpeechOutputContract {

    private final Headphones headphones = new Headphones();
    private final EmulatedSpeech hands =
            new EmulatedSpeech(in -> headphones.are(in ? Presence.PRESENT : Presence.NOT_PRESENT));
    private final SpokenWords speech = new SpokenWords(
            () -> SsipVoice.open(
                    new UriChannels().open(hands.channel()), new SteadyClock(), Set.of("zh-CN", "en", "ko"), 150),
            hands.channel(),
            80,
            new SteadyClock());

    @BeforeEach
    void begin() {
        speech.addCabinet(headphones);
    }

    @Override
    public SpeechOutput device() {
        return speech;
    }

    @Override
    public ListenerHands hands() {
        return hands;
    }

    @AfterEach
    void unplugged() {
        hands.close();
    }

    @AfterEach
    @Override
    public void close() {
        speech.close();
    }
}
