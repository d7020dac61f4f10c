package io.changbai.sandbox.platform;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Failures the platform is told to have: per resource, for a number of times. */
final class Scripts {

    static final int MOST_MILLIS = 600_000;

    enum Behaviour {
        /** Does and answers. */
        NORMAL,
        /** Does it and answers late. */
        DELAY,
        /** Does it, and the answer is lost. */
        SILENT,
        /** The question is lost: nothing is done, nothing answered. */
        LOST,
        /** Does nothing and answers 500. */
        ERROR
    }

    record Play(Behaviour behaviour, Duration delay) {
        static final Play NORMAL = new Play(Behaviour.NORMAL, Duration.ZERO);
    }

    private record Script(Play play, int times) {}

    private final Set<String> resources;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    Scripts(Set<String> resources) {
        this.resources = resources;
    }

    /** @throws IllegalArgumentException unknown resource or behaviour, or numbers out of bounds; the message says which */
    void set(String resource, String behaviour, int millis, int times) {
        if (!resources.contains(resource)) {
            throw new IllegalArgumentException("resource is one of " + new java.util.TreeSet<>(resources));
        }
        if (millis < 0 || millis > MOST_MILLIS) {
            throw new IllegalArgumentException("millis lie between 0 and " + MOST_MILLIS);
        }
        if (times < 1 || times > 1_000_000) {
            throw new IllegalArgumentException("times lie between 1 and 1000000");
        }
        scripts.put(resource, new Script(new Play(behaviour(behaviour), Duration.ofMillis(millis)), times));
    }

    void reset() {
        scripts.clear();
    }

    /** What to do with the next question; uses up one time. */
    Play next(String resource) {
        Play[] play = {Play.NORMAL};
        scripts.computeIfPresent(resource, (name, script) -> {
            play[0] = script.play();
            return script.times() == 1 ? null : new Script(script.play(), script.times() - 1);
        });
        return play[0];
    }

    private static Behaviour behaviour(String text) {
        return switch (String.valueOf(text)) {
            case "delay" -> Behaviour.DELAY;
            case "silent" -> Behaviour.SILENT;
            case "lost" -> Behaviour.LOST;
            case "error" -> Behaviour.ERROR;
            default -> throw new IllegalArgumentException("behaviour is delay, silent, lost or error");
        };
    }
}
