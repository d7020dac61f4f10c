package io.changbai.acceptance;

import io.changbai.acceptance.bench.BenchCommand;
import io.changbai.acceptance.stack.RunCommand;
import io.changbai.acceptance.visit.VisitCommand;
import io.changbai.acceptance.words.WrongWordsException;
import java.io.IOException;
import java.util.Arrays;

/** The commands behind {@code ./changbai}. Exit status: 0 promise held; 1 it did not; 2 wrong words. */
public final class Changbai {

    private Changbai() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String[] args) {
        String command = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        try {
            return switch (command) {
                case "run" -> RunCommand.run(rest);
                case "visit" -> VisitCommand.run(rest, System.out);
                case "bench" -> BenchCommand.run(rest, System.out);
                default ->
                    throw new WrongWordsException("unknown command '" + command + "'; ./changbai help lists all");
            };
        } catch (WrongWordsException e) {
            System.err.println("changbai: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            System.err.println("changbai: " + e.getMessage());
            return 1;
        }
    }
}
