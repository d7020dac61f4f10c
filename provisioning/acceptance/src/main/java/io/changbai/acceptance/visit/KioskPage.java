package io.changbai.acceptance.visit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.Playwright;
import io.changbai.acceptance.stack.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The eyes and the finger of a scripted visit: the kiosk's screens in a real headless Chromium, 1080 × 1920. */
public final class KioskPage implements AutoCloseable {

    /** What a person touches to leave each screen; the others go on by themselves. */
    private static final Map<String, String> WAY_OUT = Map.ofEntries(
            Map.entry("take", "[data-intent=TAKEN]"),
            Map.entry("problem", "[data-intent=END]"),
            Map.entry("notice", "[data-intent=REFUSE]"),
            Map.entry("choose", "[data-intent=END]"),
            Map.entry("identify", "[data-intent=END]"),
            Map.entry("confirm-person", "[data-intent=REFUSE]"),
            Map.entry("choose-field", "[data-intent=END]"),
            Map.entry("face-consent", "[data-intent=REFUSE]"),
            Map.entry("capture", "[data-intent=BACK]"),
            Map.entry("review", "[data-intent=END]"),
            Map.entry("paper-question", "[data-intent=PAPER_SEEN][data-value=no]"));

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    private KioskPage(Playwright playwright, Browser browser, Page page) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = page;
    }

    /** @param url the kiosk's URL with its token */
    public static KioskPage open(String url) throws IOException {
        Path chromium = Installation.program("chromium");
        Path node = Installation.program("node");
        if (chromium == null || node == null) {
            throw new IOException("needs chromium and node: apt-get install chromium nodejs");
        }
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        System.getenv().getOrDefault("PLAYWRIGHT_NODEJS_PATH", node.toString()),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(flags()));
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1080, 1920));
        page.navigate(url);
        return new KioskPage(playwright, browser, page);
    }

    /** As root Chromium cannot build its sandbox; anybody else keeps it. */
    private static List<String> flags() {
        List<String> quiet = List.of("--disable-background-networking", "--disable-component-update", "--disable-sync");
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? List.of(quiet.get(0), quiet.get(1), quiet.get(2), "--no-sandbox") : quiet;
    }

    /**
     * Waits for one of these screens.
     *
     * @return the name of the screen that came
     * @throws IOException another one stands there, or none; the message says which and what it reads
     */
    public String await(int seconds, String... screens) throws IOException {
        String selector = String.join(
                ",",
                java.util.Arrays.stream(screens)
                        .map(name -> "[data-screen=" + name + "]")
                        .toList());
        try {
            page.waitForSelector(selector, new WaitForSelectorOptions().setTimeout(seconds * 1000.0));
            return page.locator(selector).first().getAttribute("data-screen");
        } catch (com.microsoft.playwright.TimeoutError e) {
            throw new IOException("waited " + seconds + " s for screen " + String.join(" or ", screens)
                    + ", but there is " + screen() + ": " + text());
        }
    }

    /** Touches the button of an intent, and of a value where several share the intent. */
    public void touch(String intent, String value) {
        String selector = "[data-intent=" + intent + "]" + (value.isEmpty() ? "" : "[data-value='" + value + "']");
        page.locator(selector).first().click(new Locator.ClickOptions().setTimeout(5000));
    }

    public void touch(String intent) {
        touch(intent, "");
    }

    /** Touches the last of several buttons of an intent. */
    public void touchLast(String intent) {
        page.locator("[data-intent=" + intent + "]").last().click(new Locator.ClickOptions().setTimeout(5000));
    }

    /** Ends whatever visit an earlier hand left there, by the buttons a person has, and waits for the idle screen. */
    public void awaitIdle(int seconds) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (!screen().equals("attract")) {
            if (System.nanoTime() > end) {
                throw new IOException("not idle after " + seconds + " s, but " + screen() + ": " + text());
            }
            Locator way = page.locator(WAY_OUT.getOrDefault(screen(), "[data-intent=none]"));
            if (way.count() > 0) {
                leaveBy(way.first());
            }
            page.waitForTimeout(200);
        }
    }

    /** The screen may move on by itself while the finger comes down. */
    private static void leaveBy(Locator button) {
        try {
            button.click(new Locator.ClickOptions().setTimeout(1000));
        } catch (com.microsoft.playwright.PlaywrightException e) {
            // the next look tells where we are
        }
    }

    /** Name of the present screen, or {@code none}. */
    public String screen() {
        Locator root = page.locator("[data-screen]");
        return root.count() == 0 ? "none" : root.first().getAttribute("data-screen");
    }

    /** Everything written on the screen. */
    public String text() {
        return page.locator("body").innerText();
    }

    public void reload() {
        page.reload();
    }

    public void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /** The page itself, for tests that look closer. */
    public Page page() {
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
