package io.changbai.cabinet.internal.voice;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.speech.SpeechResult;

/** Whose turn it is to be said: one sentence now, one next; a third takes the place of the next one. */
final class Turns {

    private DeviceCommand<SpeechResult> now;
    private DeviceCommand<SpeechResult> next;

    /** Takes its turn; its end gives the turn on. */
    void take(DeviceCommand<SpeechResult> command) {
        DeviceCommand<SpeechResult> overtaken = queue(command);
        if (overtaken != null) {
            overtaken.cancel();
        }
        var unused = command.result().whenComplete((result, defect) -> ended(command));
    }

    private synchronized DeviceCommand<SpeechResult> queue(DeviceCommand<SpeechResult> command) {
        if (now == null) {
            now = command;
            return null;
        }
        DeviceCommand<SpeechResult> overtaken = next;
        next = command;
        return overtaken;
    }

    private synchronized void ended(DeviceCommand<SpeechResult> command) {
        if (now == command) {
            now = next;
            next = null;
        } else if (next == command) {
            next = null;
        }
    }

    /** Nobody's turn any more. */
    void hush() {
        DeviceCommand<SpeechResult> first;
        DeviceCommand<SpeechResult> second;
        synchronized (this) {
            first = now;
            second = next;
        }
        if (second != null) {
            second.cancel();
        }
        if (first != null) {
            first.cancel();
        }
    }
}
