package io.changbai.cabinet.internal.voice;

import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.Channels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the configuration to a voice. */
final class Voices {

    private Voices() {}

    static Connection.Opening<Voice> of(Channels channels, SpeechConfig config) {
        Map<String, String> voices = voices(config.voices());
        if (config.voice().equals("speech-dispatcher")) {
            return () -> SsipVoice.open(
                    channels.open(config.channel()), new SteadyClock(), voices.keySet(), config.words_per_minute());
        }
        return espeak(new EspeakVoice(config.program(), voices, config.words_per_minute(), List.of(config.sink())));
    }

    static Connection.Opening<Voice> espeak(EspeakVoice voice) {
        return () -> {
            voice.check();
            return voice;
        };
    }

    static String where(SpeechConfig config) {
        return config.voice().equals("speech-dispatcher") ? config.channel() : config.program();
    }

    /** @throws IllegalArgumentException an entry is not {@code <language>=<voice>} */
    static Map<String, String> voices(String... entries) {
        Map<String, String> voices = new LinkedHashMap<>();
        for (String entry : entries) {
            if (!entry.matches("[a-zA-Z]{2,3}(-[a-zA-Z]{2,4})?=[a-zA-Z][a-zA-Z0-9-]*")) {
                throw new IllegalArgumentException("voices: '" + entry + "' is not <language>=<voice>");
            }
            voices.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
        }
        return voices;
    }
}
