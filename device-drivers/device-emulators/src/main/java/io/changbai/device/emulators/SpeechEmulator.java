package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.changbai.device.emulators.internal.wire.Wire;
import io.changbai.device.emulators.internal.wire.WireServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The service speech-dispatcher as one client sees it (SSIP): what was said last, in which language, how loud, and whether
 * it was said to its end. A sentence takes as long as a person needs for it.
 */
public final class SpeechEmulator implements AutoCloseable {
    private static final int LONGEST_LINE = 8_192;

    private final WireServer server;
    private final ScheduledExecutorService voice = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "emulator-speech-voice");
        thread.setDaemon(true);
        return thread;
    });
    private Duration perCharacter = Duration.ofMillis(150);
    private boolean mute;
    private boolean garbage;
    private int messages;
    private String language = "";
    private int volume;
    private String lastText = "";
    private String lastLanguage = "";
    private Duration lastDuration = Duration.ZERO;
    private boolean lastInterrupted;
    private ScheduledFuture<?> speaking;

    /** A service that will listen on {@code port}, or on any free one when that is 0. */
    public SpeechEmulator(int port) {
        server = new WireServer("speech", port, this::serve);
    }

    public SpeechEmulator start() {
        server.plug();
        return this;
    }

    public int port() {
        return server.port();
    }

    /** How long one character takes. */
    public synchronized void pace(Duration character) {
        perCharacter = character;
    }

    /** Takes commands and answers nothing. */
    public synchronized void mute(boolean on) {
        mute = on;
    }

    public synchronized boolean isMute() {
        return mute;
    }

    /** Answers with noise. */
    public synchronized void garbage(boolean on) {
        garbage = on;
    }

    public synchronized String lastText() {
        return lastText;
    }

    public synchronized String lastLanguage() {
        return lastLanguage;
    }

    /** How long the last sentence sounds when nobody interrupts it. */
    public synchronized Duration lastDuration() {
        return lastDuration;
    }

    public synchronized boolean wasInterrupted() {
        return lastInterrupted;
    }

    public synchronized boolean isSpeaking() {
        return speaking != null && !speaking.isDone();
    }

    /** -100 to 100. */
    public synchronized int volume() {
        return volume;
    }

    public void unplug() {
        server.unplug();
        cancel();
    }

    public void plug() {
        server.plug();
    }

    public boolean plugged() {
        return server.plugged();
    }

    @Override
    public void close() {
        server.close();
        voice.shutdownNow();
    }

    private void serve(Wire wire) throws IOException {
        try {
            String line = line(wire);
            while (line != null) {
                answer(wire, line);
                line = line(wire);
            }
        } finally {
            cancel();
        }
    }

    private static String line(Wire wire) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = wire.in().read();
        while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
            line.write(next);
            next = wire.in().read();
        }
        return next < 0 ? null : line.toString(UTF_8).strip();
    }

    private void answer(Wire wire, String command) throws IOException {
        String[] words = command.split(" ");
        String kind = command.toUpperCase(Locale.ROOT);
        if (kind.startsWith("SET SELF LANGUAGE ")) {
            set(words[3], null);
        } else if (kind.startsWith("SET SELF VOLUME ") && words[3].matches("-?\\d{1,3}")) {
            set(null, Integer.valueOf(words[3]));
        }
        if (kind.equals("SPEAK")) {
            say(wire, "230 OK RECEIVING DATA\r\n");
            begin(wire, text(wire));
        } else if (kind.equals("STOP SELF")) {
            say(wire, "210 OK STOPPED\r\n");
            cancel();
        } else if (kind.startsWith("SET SELF ") && words.length >= 4) {
            say(wire, "201 OK SET\r\n");
        } else if (kind.equals("GET OUTPUT_MODULE")) {
            say(wire, "251-emulator\r\n251 OK GET RETURNED\r\n");
        } else {
            say(wire, "500 ERR INVALID COMMAND\r\n");
        }
    }

    private synchronized void set(String spoken, Integer loud) {
        language = spoken == null ? language : spoken;
        volume = loud == null ? volume : loud;
    }

    private static String text(Wire wire) throws IOException {
        StringBuilder text = new StringBuilder();
        String line = line(wire);
        while (line != null && !line.equals(".")) {
            text.append(text.length() == 0 ? "" : "\n").append(line.startsWith("..") ? line.substring(1) : line);
            line = line(wire);
        }
        return text.toString();
    }

    private synchronized void begin(Wire wire, String text) throws IOException {
        int id = ++messages;
        lastText = text;
        lastLanguage = language;
        lastDuration = perCharacter.multipliedBy(text.codePointCount(0, text.length()));
        lastInterrupted = false;
        say(wire, "225-" + id + "\r\n225 OK MESSAGE QUEUED\r\n");
        say(wire, event(701, id, "BEGIN"));
        speaking =
                voice.schedule(() -> tell(wire, event(702, id, "END")), lastDuration.toMillis(), TimeUnit.MILLISECONDS);
        cancelled = () -> tell(wire, event(703, id, "CANCELED"));
    }

    private Runnable cancelled = () -> {};

    private synchronized void cancel() {
        if (speaking != null && speaking.cancel(false)) {
            lastInterrupted = true;
            cancelled.run();
        }
    }

    private static String event(int code, int id, String what) {
        return code + "-" + id + "\r\n" + code + "-1\r\n" + code + " " + what + "\r\n";
    }

    private void tell(Wire wire, String event) {
        try {
            say(wire, event);
        } catch (IOException e) {
            wire.close(); // the client left before the sentence ended
        }
    }

    private synchronized void say(Wire wire, String answer) throws IOException {
        if (!mute) {
            wire.send((garbage ? "\u0001\u0002 what?\n" : answer).getBytes(UTF_8));
        }
    }
}
