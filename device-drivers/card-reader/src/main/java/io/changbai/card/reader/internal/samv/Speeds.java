package io.changbai.card.reader.internal.samv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The channels on which the reader may answer: one, or with {@code baud=auto} one for each speed of the line. The one on
 * which it answered last comes first. Used on the device's thread.
 */
final class Speeds {

    private static final String AUTO = "baud=auto";

    private final String configured;
    private final List<String> uris;

    /**
     * @param uri a channel; its speed may be {@code auto}
     * @param speeds in the order in which they are tried
     * @throws IllegalArgumentException when {@code uri} says auto and there are no speeds
     */
    Speeds(String uri, int... speeds) {
        configured = uri;
        uris = new ArrayList<>(uri.endsWith(AUTO) ? each(uri, speeds) : List.of(uri));
        if (uris.isEmpty()) {
            throw new IllegalArgumentException("channel '" + uri + "' says baud=auto, and no speeds are configured");
        }
    }

    private static List<String> each(String uri, int... speeds) {
        String before = uri.substring(0, uri.length() - AUTO.length());
        return Arrays.stream(speeds).mapToObj(speed -> before + "baud=" + speed).toList();
    }

    /** The channel as configured, for the log. */
    String configured() {
        return configured;
    }

    /** What to open, in order. */
    List<String> uris() {
        return List.copyOf(uris);
    }

    boolean areGuessed() {
        return uris.size() > 1;
    }

    void answeredOn(String uri) {
        uris.remove(uri);
        uris.add(0, uri);
    }
}
