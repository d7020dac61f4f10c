package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.changbai.device.emulators.internal.wire.Wire;
import io.changbai.device.emulators.internal.wire.WireServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** NUT's {@code upsd} with one supply called {@code ups}: its text protocol, and the troubles servers and supplies have. */
public final class PowerSupplyEmulator implements AutoCloseable {
    /** How the server behaves. */
    public enum Mood {
        FINE,
        /** Takes questions and says nothing. */
        SILENT,
        /** Hears nothing of the supply: every question ends with ERR DATA-STALE. */
        STALE,
        /** Sends noise. */
        GARBAGE,
        /** Sends a line that never ends. */
        ENDLESS,
        /** Stops in the middle of each answer. */
        TRUNCATED
    }

    private static final String NAME = "ups";
    private static final int LONGEST_QUESTION = 512;

    private final WireServer server;
    private final Map<String, String> variables = new TreeMap<>();
    private Mood mood = Mood.FINE;

    /** A server that will listen on {@code port}, or on any free one when that is 0. */
    public PowerSupplyEmulator(int port) {
        server = new WireServer("power-supply", port, this::serve);
        variables.put("device.model", "Emulated 1000");
        variables.put("device.serial", "EMU-0001");
        variables.put("ups.firmware", "1.0");
        mains();
    }

    public PowerSupplyEmulator start() {
        server.plug();
        return this;
    }

    public int port() {
        return server.port();
    }

    /** Mains, a full battery. */
    public void mains() {
        set("ups.status", "OL");
        set("battery.charge", "100");
        set("battery.runtime", "1800");
    }

    /** Sets any variable; empty takes it away. */
    public synchronized void set(String variable, String value) {
        if (value.isEmpty()) {
            variables.remove(variable);
        } else {
            variables.put(variable, value);
        }
    }

    public synchronized String get(String variable) {
        return variables.getOrDefault(variable, "");
    }

    public synchronized void mood(Mood now) {
        mood = now;
    }

    public synchronized Mood mood() {
        return mood;
    }

    public void unplug() {
        server.unplug();
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
    }

    private void serve(Wire wire) throws IOException {
        while (true) {
            ByteArrayOutputStream question = new ByteArrayOutputStream();
            int next = wire.in().read();
            while (next >= 0 && next != '\n' && question.size() < LONGEST_QUESTION) {
                question.write(next);
                next = wire.in().read();
            }
            if (next < 0) {
                return;
            }
            wire.send(spoil(answer(question.toString(US_ASCII).strip())));
        }
    }

    private synchronized String answer(String question) {
        if (question.toUpperCase(Locale.ROOT).equals("LIST UPS")) {
            return "BEGIN LIST UPS\nUPS " + NAME + " \"The \\\"emulated\\\" supply\"\nEND LIST UPS\n";
        }
        String[] words = question.split(" ");
        if (words.length != 4 || !words[0].equals("GET") || !words[1].equals("VAR")) {
            return "ERR UNKNOWN-COMMAND\n";
        }
        if (!words[2].equals(NAME)) {
            return "ERR UNKNOWN-UPS\n";
        }
        if (mood == Mood.STALE) {
            return "ERR DATA-STALE\n";
        }
        String value = variables.get(words[3]);
        return value == null ? "ERR VAR-NOT-SUPPORTED\n" : "VAR " + NAME + " " + words[3] + " \"" + value + "\"\n";
    }

    private synchronized byte[] spoil(String answer) {
        return switch (mood) {
            case FINE, STALE -> answer.getBytes(US_ASCII);
            case SILENT -> new byte[0];
            case GARBAGE -> noise();
            case ENDLESS -> "x".repeat(70_000).getBytes(US_ASCII);
            case TRUNCATED -> answer.substring(0, answer.length() / 2).getBytes(US_ASCII);
        };
    }

    private static byte[] noise() {
        byte[] noise = new byte[200];
        new Random(7).nextBytes(noise);
        noise[100] = '\n';
        noise[199] = '\n';
        return noise;
    }
}
