package io.changbai.acceptance.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command: options with values, flags, and names. */
public final class Words {

    private final Map<String, String> options = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> names = new ArrayList<>();

    /**
     * @param options words that take a value, for example {@code --data}
     * @param flags words that take none
     * @throws WrongWordsException a word begins with {@code --} and is neither, or lacks its value
     */
    public static Words parse(String[] args, Set<String> options, Set<String> flags) {
        Words words = new Words();
        for (int i = 0; i < args.length; i++) {
            String word = args[i];
            if (flags.contains(word)) {
                words.flags.add(word);
            } else if (options.contains(word)) {
                if (i + 1 == args.length) {
                    throw new WrongWordsException(word + " needs a value");
                }
                words.options.put(word, args[++i]);
            } else if (word.startsWith("-")) {
                throw new WrongWordsException("unknown option " + word + "; ./changbai help lists all");
            } else {
                words.names.add(word);
            }
        }
        return words;
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The one name the command needs. */
    public String name(String what, Set<String> known) {
        if (names.size() != 1 || !known.contains(names.get(0))) {
            throw new WrongWordsException("one " + what + " is needed: "
                    + String.join(", ", known.stream().sorted().toList()));
        }
        return names.get(0);
    }

    /** @throws WrongWordsException there are names, and the command takes none */
    public Words withoutNames() {
        if (!names.isEmpty()) {
            throw new WrongWordsException("'" + names.get(0) + "' means nothing here; ./changbai help lists all");
        }
        return this;
    }

    /** A whole number within bounds. */
    public int number(String option, int otherwise, int min, int max) {
        String text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongWordsException(
                option + " takes a whole number from " + min + " to " + max + ", not '" + text + "'");
    }
}
