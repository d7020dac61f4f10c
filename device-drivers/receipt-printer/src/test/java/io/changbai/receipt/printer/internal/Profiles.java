package io.changbai.receipt.printer.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Printers for tests: quick to ask, quick to give up. */
final class Profiles {

    private static final List<Path> FONTS = List.of(
            Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"));

    static final PaperFormat WIDE = new PaperFormat(576, RomCharset.GBK, true, false, false, FONTS);
    static final PaperFormat WIDE_AS_PICTURE = new PaperFormat(576, RomCharset.GBK, true, true, false, FONTS);
    static final PaperFormat NARROW = new PaperFormat(384, RomCharset.GB2312, false, false, false, FONTS);

    /** Draws back what lay for 60 s after its visit; the bin holds two. */
    static final OutletRules PRESENTER = new OutletRules(Presenter.CUSTOM, true, true, 12, Duration.ofSeconds(60), 2);

    private Profiles() {}

    static PrinterProfile plain() {
        return of(WIDE, OutletRules.NONE, true, false);
    }

    static PrinterProfile withoutProcessId(PaperFormat paper) {
        return of(paper, OutletRules.NONE, false, false);
    }

    static PrinterProfile tellingByItself() {
        return of(WIDE, OutletRules.NONE, true, true);
    }

    static PrinterProfile heedingXoff(PaperFormat paper) {
        return new PrinterProfile(
                paper,
                OutletRules.NONE,
                FlowControl.XON_XOFF,
                true,
                false,
                true,
                false,
                Duration.ofMillis(50),
                Duration.ofMillis(300),
                Duration.ofSeconds(5));
    }

    static PrinterProfile with(OutletRules outlet) {
        return of(WIDE, outlet, true, false);
    }

    static PrinterProfile of(PaperFormat paper, OutletRules outlet, boolean processId, boolean automaticStatus) {
        return new PrinterProfile(
                paper,
                outlet,
                FlowControl.LINE,
                processId,
                automaticStatus,
                true,
                false,
                Duration.ofMillis(automaticStatus ? 60_000 : 50),
                Duration.ofMillis(300),
                Duration.ofSeconds(5));
    }
}
