package io.changbai.acceptance.stack;

import io.changbai.acceptance.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./changbai run}: one stack in the foreground until Ctrl-C. */
public final class RunCommand {

    private static final Duration REST_BEFORE_RESTART = Duration.ofSeconds(1);

    private RunCommand() {}

    public static int run(String[] args) throws IOException {
        StackOptions options = options(args);
        Stack stack = Stack.start(Installation.here(), options, System.err);
        CountDownLatch asked = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(asked, stack), "run-stop"));
        System.out.println("READY kiosk=" + stack.state().kiosk() + " bench="
                + stack.state().bench() + " fleet=" + stack.state().fleet());
        Optional<Child> browser = options.headless() ? Optional.empty() : browser(stack);
        watch(stack, browser, asked);
        return 0;
    }

    static StackOptions options(String[] args) {
        Words words = Words.parse(args, Set.of("--port-base", "--data", "--broker", "--database"), Set.of("--headless"))
                .withoutNames();
        return new StackOptions(
                words.number("--port-base", 18000, 1024, 65000),
                words.option("--data")
                        .map(Path::of)
                        .orElseGet(StackOptions::defaultData)
                        .toAbsolutePath(),
                words.option("--broker"),
                words.option("--database"),
                words.has("--headless"),
                true);
    }

    private static void end(CountDownLatch asked, Stack stack) {
        asked.countDown();
        stack.close();
    }

    /** Starts the terminal again when it ends by itself, as systemd does on a real one. */
    private static void watch(Stack stack, Optional<Child> firstBrowser, CountDownLatch asked) throws IOException {
        Optional<Child> browser = firstBrowser;
        try {
            while (!asked.await(REST_BEFORE_RESTART.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!stack.terminal().child().isAlive()) {
                    System.err.println("changbai: the terminal ended; starting it again");
                    browser.ifPresent(Child::close);
                    stack.terminal().start();
                    stack.refreshState();
                    browser = browser.isPresent() ? browser(stack) : browser;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Child> browser(Stack stack) throws IOException {
        Path chromium = Installation.program("chromium");
        if (chromium == null || System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            System.err.println("changbai: no display or no chromium here; open the kiosk URL in a browser");
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(
                chromium.toString(),
                "--user-data-dir=" + stack.data("browser"),
                "--no-first-run",
                "--window-size=540,960",
                "--app=" + stack.state().kiosk()));
        if ("root".equals(System.getProperty("user.name"))) {
            words.add("--no-sandbox");
        }
        Child child = Child.start("browser", stack.data("log"), Map.of(), words);
        stack.owns(child);
        return Optional.of(child);
    }
}
