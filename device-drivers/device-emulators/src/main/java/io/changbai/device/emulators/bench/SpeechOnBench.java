package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.SpeechEmulator;

/** The voice of the bench: nothing sounds, what would have been heard can be read. */
final class SpeechOnBench implements BenchDevice {
    private final SpeechEmulator speech;

    SpeechOnBench(int port) {
        this.speech = new SpeechEmulator(port);
    }

    @Override
    public String id() {
        return "speech";
    }

    @Override
    public AutoCloseable start() {
        return speech.start();
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(id(), "mute", "Mute", body -> speech.mute(body.flag("on")), Parameter.flag("on"));
        table.add(id(), "garbage", "Answer noise", body -> speech.garbage(body.flag("on")), Parameter.flag("on"));
        table.cable(id(), speech::unplug, speech::plug);
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", speech.plugged());
        device.put("port", speech.port());
        device.put("mute", speech.isMute());
        device.put("speaking", speech.isSpeaking());
        device.put("text", speech.lastText());
        device.put("language", speech.lastLanguage());
        device.put("millis", speech.lastDuration().toMillis());
        device.put("interrupted", speech.wasInterrupted());
        device.put("volume", speech.volume());
    }

    @Override
    public void reset() {
        speech.plug();
        speech.mute(false);
        speech.garbage(false);
    }
}
