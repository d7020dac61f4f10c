package io.changbai.platform.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Builds and reads topics.
 *
 * <pre>
 * data       account/client/APP/METHOD/resource…
 * request    $EDC/account/client/APP/METHOD/resource…
 * reply      $EDC/account/requester/APP/REPLY/request-id
 * notice     $EDC/account/requester/APP/NOTIFY/client/type
 * life       $EDC/account/client/MQTT/{BIRTH,APPS,DC,LWT}
 * </pre>
 *
 * Builders take one level per argument and throw {@link IllegalArgumentException} for anything that is no level: no
 * stranger's id can break out of its place. The parser takes whatever came and never throws.
 */
public final class Topics {

    public static final String CONTROL = "$EDC";
    public static final String LIFE_CYCLE_APP = "MQTT";
    public static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DEL", "EXEC");

    /** MQTT's own limit for a topic is 65,535 bytes; no honest one of ours is longer than this many characters. */
    public static final int MAX_LENGTH = 1_024;

    private static final int MAX_LEVELS = 32;

    private Topics() {}

    /** @param resource one or more levels */
    public static String data(String account, String clientId, String appId, String method, String resource) {
        return join(level(account), level(clientId), level(appId), level(method), path(resource));
    }

    /** @param resource one or more levels */
    public static String request(String account, String clientId, String appId, String method, String resource) {
        return join(CONTROL, level(account), level(clientId), level(appId), level(method), path(resource));
    }

    public static String reply(String account, String requesterClientId, String appId, String requestId) {
        return join(CONTROL, level(account), level(requesterClientId), level(appId), "REPLY", level(requestId));
    }

    public static String life(String account, String clientId, LifeCycle.Kind kind) {
        return join(CONTROL, level(account), level(clientId), LIFE_CYCLE_APP, kind.name());
    }

    /** @throws IllegalArgumentException no topic can be built of these */
    public static void checkPath(String appId, String method, String resource) {
        join(level(appId), level(method), path(resource));
    }

    /** Everything that is for one client. */
    public static String controlFilter(String account, String clientId) {
        return join(CONTROL, level(account), level(clientId), "#");
    }

    /** Whether {@code text} can stand as one level of a topic. */
    public static boolean isLevel(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= 256
                && text.chars().noneMatch(c -> c == '/' || c == '+' || c == '#' || c < ' ' || c == 0x7f)
                && text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }

    /** Empty for whatever is not one of the shapes above. */
    public static Optional<Topic> parse(String topic) {
        if (topic == null || topic.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> levels = Arrays.asList(topic.split("/", -1));
        if (levels.size() > MAX_LEVELS || !levels.stream().allMatch(Topics::isLevel)) {
            return Optional.empty();
        }
        return levels.get(0).equals(CONTROL) ? control(levels.subList(1, levels.size())) : data(levels);
    }

    private static Optional<Topic> data(List<String> levels) {
        if (levels.size() < 3 || levels.get(0).startsWith("$")) {
            return Optional.empty();
        }
        boolean hasMethod = levels.size() > 3 && METHODS.contains(levels.get(3));
        String method = hasMethod ? levels.get(3) : "";
        String resource = String.join("/", levels.subList(hasMethod ? 4 : 3, levels.size()));
        return Optional.of(new Topic.Data(levels.get(0), levels.get(1), levels.get(2), method, resource));
    }

    private static Optional<Topic> control(List<String> levels) {
        if (levels.size() < 4) {
            return Optional.empty();
        }
        String account = levels.get(0);
        String client = levels.get(1);
        String app = levels.get(2);
        List<String> rest = levels.subList(4, levels.size());
        if (app.equals(LIFE_CYCLE_APP)) {
            return LifeCycle.Kind.of(levels.get(3))
                    .filter(kind -> rest.isEmpty())
                    .map(kind -> new Topic.Life(account, client, kind));
        }
        return switch (levels.get(3)) {
            case "REPLY" -> sized(rest, 1).map(r -> new Topic.Reply(account, client, app, r.get(0)));
            case "NOTIFY" -> sized(rest, 2).map(r -> new Topic.Notice(account, client, app, r.get(0), r.get(1)));
            default -> Optional.of(new Topic.Request(account, client, app, levels.get(3), rest));
        };
    }

    private static Optional<List<String>> sized(List<String> levels, int size) {
        return Optional.of(levels).filter(l -> l.size() == size);
    }

    private static String path(String resource) {
        for (String part : resource.split("/", -1)) {
            level(part);
        }
        return resource;
    }

    private static String level(String text) {
        if (!isLevel(text)) {
            throw new IllegalArgumentException("not one level of a topic");
        }
        return text;
    }

    private static String join(String... levels) {
        return String.join("/", levels);
    }
}
