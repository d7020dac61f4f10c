package io.changbai.fleet.broker;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may write and read which topics, by certificate name. Central clients read everything of the account and write
 * its control topics; a terminal writes its own topics and answers to central clients, and reads only what is for it.
 */
public final class TopicRights {

    /** Certificate names of the central side. */
    static final Set<String> CENTRAL = Set.of("fleet", "sandbox-platform");

    private static final String NAME = "%u";

    private final List<String> centralReads;
    private final List<String> centralWrites;
    private final List<String> terminalReads;
    private final List<String> terminalWrites;

    public TopicRights(String account) {
        String control = "$EDC/" + account + "/";
        centralReads = List.of(account + "/#", control + "#");
        centralWrites = List.of(control + "#");
        terminalReads = List.of(control + NAME + "/#");
        terminalWrites = List.of(
                account + "/" + NAME + "/#",
                control + NAME + "/#",
                control + "fleet/+/REPLY/#",
                control + "fleet/+/NOTIFY/" + NAME + "/#",
                control + "sandbox-platform/+/REPLY/#",
                control + "sandbox-platform/+/NOTIFY/" + NAME + "/#");
    }

    /** Whether the client of that certificate name may publish to a topic. */
    boolean mayWrite(String name, String topic) {
        return isPlain(topic) && filters(name, centralWrites, terminalWrites).anyMatch(own -> covers(own, topic));
    }

    /** Whether everything a subscription could deliver is for the client of that certificate name. */
    boolean mayRead(String name, String filter) {
        return filters(name, centralReads, terminalReads).anyMatch(own -> covers(own, withoutShare(filter)));
    }

    /** The same rights as mosquitto's access control file. */
    String mosquittoRules() {
        StringBuilder rules = new StringBuilder("# Written at each start; edits are lost.\n");
        CENTRAL.stream().sorted().forEach(name -> {
            rules.append("user ").append(name).append('\n');
            centralReads.forEach(filter -> rule(rules, "topic read", filter));
            centralWrites.forEach(filter -> rule(rules, "topic write", filter));
        });
        terminalWrites.forEach(filter -> rule(rules, "pattern write", filter));
        terminalReads.forEach(filter -> rule(rules, "pattern read", filter));
        return rules.toString();
    }

    private static void rule(StringBuilder rules, String kind, String filter) {
        rules.append(kind).append(' ').append(filter).append('\n');
    }

    private static Stream<String> filters(String name, List<String> central, List<String> terminal) {
        return CENTRAL.contains(name) ? central.stream() : terminal.stream().map(filter -> filter.replace(NAME, name));
    }

    private static String withoutShare(String filter) {
        if (!filter.startsWith("$share/")) {
            return filter;
        }
        int end = filter.indexOf('/', "$share/".length());
        return end < 0 ? "" : filter.substring(end + 1);
    }

    private static boolean isPlain(String topic) {
        return !topic.isEmpty() && topic.indexOf('+') < 0 && topic.indexOf('#') < 0;
    }

    /** Whether every topic that {@code wanted} matches is also matched by {@code own}; {@code own} may hold wildcards. */
    private static boolean covers(String own, String wanted) {
        String[] owns = own.split("/", -1);
        String[] wants = wanted.split("/", -1);
        for (int i = 0; i < owns.length; i++) {
            if (owns[i].equals("#")) {
                return true;
            }
            if (i >= wants.length || wants[i].equals("#")) {
                return false;
            }
            if (!owns[i].equals("+") && !owns[i].equals(wants[i])) {
                return false;
            }
        }
        return owns.length == wants.length;
    }
}
