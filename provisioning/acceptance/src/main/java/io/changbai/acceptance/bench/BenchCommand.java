package io.changbai.acceptance.bench;

import io.changbai.acceptance.bench.qr.QrBench;
import io.changbai.acceptance.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;

/** {@code ./changbai bench NAME}. */
public final class BenchCommand {

    private BenchCommand() {}

    public static int run(String[] args, PrintStream out) throws IOException {
        return isHeld(args, out) ? 0 : 1;
    }

    private static boolean isHeld(String[] args, PrintStream out) throws IOException {
        Words words = Words.parse(args, Set.of("--runs", "--images", "--count", "--seed"), Set.of());
        // HttpURLConnection drops an Origin header otherwise; the kiosk refuses whoever sends none
        System.setProperty("sun.net.http.allowRestrictedHeaders", "true");
        return switch (words.name("benchmark", Set.of("id-card", "qr", "receipt", "start"))) {
            case "id-card" -> IdCardBench.run(words.number("--runs", 30, 1, 1_000), out);
            case "qr" ->
                QrBench.run(
                        words.option("--images").map(Path::of),
                        words.number("--count", 300, 10, 10_000),
                        words.number("--seed", 89, 0, Integer.MAX_VALUE),
                        out);
            case "receipt" -> ReceiptBench.run(words.number("--runs", 40, 1, 1000), out);
            default -> StartBench.run(words.number("--runs", 5, 1, 50), out);
        };
    }
}
