package io.changbai.acceptance.bench;

import io.changbai.acceptance.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;

/** {@code ./changbai bench NAME}. */
public final class BenchCommand {

    private BenchCommand() {}

    public static int run(String[] args, PrintStream out) throws IOException {
        Words words = Words.parse(args, Set.of("--runs"), Set.of());
        // HttpURLConnection drops an Origin header otherwise; the kiosk refuses whoever sends none
        System.setProperty("sun.net.http.allowRestrictedHeaders", "true");
        words.name("benchmark", Set.of("start"));
        return StartBench.run(words.number("--runs", 5, 1, 50), out) ? 0 : 1;
    }
}
