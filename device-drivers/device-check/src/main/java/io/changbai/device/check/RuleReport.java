package io.changbai.device.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints each rule as it ends, with what was measured, and counts. */
final class RuleReport implements TestExecutionListener {

    private final PrintStream out;
    private final List<String> measured = new ArrayList<>();
    private int passed;
    private int failed;
    private int notExercised;

    RuleReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        for (Map.Entry<String, String> each : entry.getKeyValuePairs().entrySet()) {
            measured.add(each.getKey() + ": " + each.getValue());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isContainer()) {
            result.getThrowable().ifPresent(defect -> {
                failed++;
                out.println("  FAILED         " + reason(defect));
            });
            return;
        }
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                passed++;
                out.println("  passed         " + sentence(test));
            }
            case ABORTED -> {
                notExercised++;
                out.println("  not exercised  " + sentence(test)
                        + result.getThrowable()
                                .map(why -> " (" + why.getMessage() + ")")
                                .orElse(""));
            }
            default -> {
                failed++;
                out.println("  FAILED         " + sentence(test));
                result.getThrowable().ifPresent(why -> out.println("                 " + reason(why)));
            }
        }
        measured.forEach(figure -> out.println("                 " + figure));
        measured.clear();
        out.flush();
    }

    int failed() {
        return failed;
    }

    int passed() {
        return passed;
    }

    /** The last line of a check, for machines. */
    String summary(String device) {
        return "DEVICE-CHECK " + device + " rules=" + (passed + failed + notExercised) + " passed=" + passed
                + " failed=" + failed + " not_exercised=" + notExercised;
    }

    void add(RuleReport other) {
        passed += other.passed;
        failed += other.failed;
        notExercised += other.notExercised;
    }

    /** Nothing answers where the device should be, so no rule can be tried. */
    void nothingThere(String why, int rules) {
        out.println("  FAILED         " + why);
        failed++;
        notExercised += rules - 1;
    }

    /** {@code readsACard(TestReporter)} is "reads a card". */
    private static String sentence(TestIdentifier test) {
        String name = test.getDisplayName().replaceAll("\\(.*\\)$", "");
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static String reason(Throwable why) {
        return String.valueOf(why.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
