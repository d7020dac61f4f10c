package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.changbai.device.emulators.ReceiptPrinterEmulator.Paper;
import io.changbai.device.emulators.model.ReceiptPrinterModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptPrinterEmulatorTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String INIT = "1B 40"; // ESC @
    private static final String CHINESE = "1C 26"; // FS &
    private static final String LF = "0A";
    private static final String CUT = "1D 56 42 10"; // GS V B: feed 16 dots, partial cut
    private static final String STATUS_1 = "10 04 01"; // DLE EOT 1: printer
    private static final String STATUS_2 = "10 04 02"; // DLE EOT 2: cause of being offline
    private static final String STATUS_3 = "10 04 03"; // DLE EOT 3: error
    private static final String STATUS_4 = "10 04 04"; // DLE EOT 4: paper
    private static final String CLEAR = "10 05 02"; // DLE ENQ 2
    private static final String CLEAR_LONG = "10 14 08 01 03 14 01 06 02 08"; // DLE DC4 8
    private static final String ASK_ID = "1D 28 48 06 00 30 30 41 42 43 44"; // GS ( H: process id "ABCD"
    private static final String ID = "37 22 41 42 43 44 00"; // "ABCD" and everything before it is printed

    @TempDir
    private Path output;

    private ReceiptPrinterEmulator printer;
    private Host host;

    @BeforeEach
    void connect() throws IOException {
        printer = new ReceiptPrinterEmulator(0, output).start();
        host = new Host(printer.port());
    }

    @AfterEach
    void hangUp() throws IOException {
        host.close();
        printer.close();
    }

    @Test
    void survivesNoiseAndSaysWhatItDidNotKnow() throws Exception {
        host.send("01 02 1B FF 1C FF 1D FF 10 99 00 1D 28 5A 02 00 01 02").send(text("still here"));
        host.send(LF + CUT);
        assertThat(printed(1)).contains("still here", "[unknown ESC FF]", "[control 01]");
    }

    @Test
    void printsChineseTextAndKeepsPictureAndWords() throws Exception {
        host.send(INIT + CHINESE + "1B 61 01 1B 45 01 1D 21 11")
                .send(text("参保证明回执"))
                .send(LF);
        host.send("1D 21 00 1B 45 00 1B 61 00").send(text("姓名: 王小民   No. 123")).send(LF + CUT);
        assertThat(printed(1)).contains("参保证明回执\n姓名: 王小民   No. 123\n");
        Path picture = printer.last().orElseThrow().picture();
        BufferedImage paper = ImageIO.read(picture.toFile());
        assertThat(paper.getWidth()).isGreaterThanOrEqualTo(576);
        assertThat(ink(paper)).isGreaterThan(500);
        assertThat(Files.readString(output.resolve("receipt-0001.txt"))).contains("王小民");
    }

    @Test
    void leavesABlankBoxForCharactersOutsideTheTwoByteArea() throws Exception {
        // 𠮷 is four bytes (95 32 82 36); 䶮 is FE 9F, which GBK does not have.
        host.send(text("甲𠮷乙")).send("FE 9F").send(LF + CUT);
        assertThat(printed(1)).isEqualTo("甲□乙□\n");
    }

    @Test
    void printsCodeTableCharactersWhenChineseIsOff() throws Exception {
        host.send("1C 2E E1 1C 26").send(text("中")).send(LF + CUT); // E1 is ß in code table 437
        assertThat(printed(1)).isEqualTo("ß中\n");
    }

    @Test
    void breaksLinesThatAreTooLong() throws Exception {
        host.send(text("民".repeat(25))).send(LF + CUT);
        assertThat(printed(1)).isEqualTo("民".repeat(24) + "\n民\n");
    }

    @Test
    void printsARasterImageDotByDot() throws Exception {
        // GS v 0, normal, 2 bytes by 2 rows: a dot in the upper left, a dot in the lower right corner
        host.send("1D 76 30 00 02 00 02 00 80 00 00 01").send(CUT);
        assertThat(printed(1)).contains("[image 16x2]");
        BufferedImage paper =
                ImageIO.read(printer.last().orElseThrow().picture().toFile());
        assertThat(ink(paper)).isEqualTo(2);
        assertThat(paper.getRGB(24, 24) & 0xFF).isZero();
        assertThat(paper.getRGB(24 + 15, 25) & 0xFF).isZero();
    }

    @Test
    void printsAQrCodeThatDecodes() throws Exception {
        byte[] content = "https://example.invalid/v/89-王".getBytes(UTF_8);
        host.send("1B 61 01 1D 28 6B 04 00 31 41 32 00 1D 28 6B 03 00 31 43 06 1D 28 6B 03 00 31 45 31");
        host.send(new byte[] {0x1D, 0x28, 0x6B, (byte) (content.length + 3), 0, 0x31, 0x50, 0x30})
                .send(content);
        host.send("1D 28 6B 03 00 31 51 30").send(CUT);
        assertThat(printed(1)).contains("[QR https://example.invalid/v/89-王]");
        assertThat(decode(printer.last().orElseThrow().picture())).isEqualTo("https://example.invalid/v/89-王");
    }

    @Test
    void answersTheFourStatusesOfAHealthyPrinter() throws IOException {
        assertThat(host.send(STATUS_1 + STATUS_2 + STATUS_3 + STATUS_4).receiveHex(4))
                .isEqualTo("12 12 12 12");
    }

    @Test
    void saysWhyItIsOffline() throws IOException {
        printer.paper(Paper.LOW);
        assertThat(ask(STATUS_1)).isEqualTo("12");
        assertThat(ask(STATUS_4)).isEqualTo("1E"); // near end: 0C
        printer.paper(Paper.OUT);
        assertThat(ask(STATUS_1)).isEqualTo("1A"); // offline: 08
        assertThat(ask(STATUS_2)).isEqualTo("32"); // stopped at paper end: 20
        assertThat(ask(STATUS_4)).isEqualTo("7E"); // near end and end: 6C
        printer.paper(Paper.OK);
        printer.cover(true);
        assertThat(ask(STATUS_2)).isEqualTo("16"); // cover: 04
        printer.cover(false);
        printer.headHot(true);
        assertThat(ask(STATUS_3)).isEqualTo("52"); // recovers by itself: 40
    }

    @Test
    void keepsTheJobWhilePaperIsOutAndGoesOnAfterLoading() throws Exception {
        printer.paperOutAfterLines(1);
        host.send(text("one")).send(LF).send(text("two")).send(LF + CUT + ASK_ID);
        assertThat(host.receiveUntilQuiet(150)).isEmpty();
        assertThat(ask(STATUS_4)).isEqualTo("7E");
        assertThat(printer.printed()).isEmpty();
        printer.paper(Paper.OK);
        assertThat(host.receiveHex(7)).isEqualTo(ID);
        assertThat(printed(1)).isEqualTo("one\ntwo\n");
    }

    @Test
    void dropsTheJobWhenCleared() throws Exception {
        for (String clear : new String[] {CLEAR, CLEAR_LONG}) {
            printer.paperOutAfterLines(1);
            host.send(text("secret")).send(LF).send(text("more")).send(LF + CUT);
            awaitOffline();
            host.send(clear);
            ask(STATUS_1); // its answer proves that the clear was heard
            printer.paper(Paper.OK);
            host.send(ASK_ID);
            assertThat(host.receiveHex(7)).isEqualTo(ID);
        }
        host.send(text("next")).send(LF + CUT);
        assertThat(printed(1)).isEqualTo("next\n");
        try (Stream<Path> torn = Files.list(output)) {
            assertThat(torn.filter(file ->
                            file.toString().contains("torn") && file.toString().endsWith("png")))
                    .hasSize(2);
        }
    }

    @Test
    void stopsAtTheCutWhenTheBladeSticksUntilFreedAndTold() throws Exception {
        printer.jamCutterAtNextCut();
        host.send(text("one")).send(LF + CUT + ASK_ID);
        awaitOffline();
        assertThat(ask(STATUS_3)).isEqualTo("1A"); // cutter: 08
        host.send("10 05 01"); // DLE ENQ 1 helps nothing while the blade is blocked
        assertThat(ask(STATUS_3)).isEqualTo("1A");
        printer.freeCutter();
        assertThat(ask(STATUS_3)).isEqualTo("1A");
        host.send("10 05 01");
        assertThat(host.receiveHex(7)).isEqualTo(ID);
        assertThat(printed(1)).isEqualTo("one\n");
    }

    @Test
    void reportsChangesByItselfWhenAsked() throws IOException {
        host.send("1D 61 0F"); // GS a: everything
        assertThat(host.receiveHex(4)).isEqualTo("10 00 00 00");
        printer.cover(true);
        assertThat(host.receiveHex(4)).isEqualTo("38 00 00 00"); // offline 08, cover 20
        printer.cover(false);
        assertThat(host.receiveHex(4)).isEqualTo("10 00 00 00");
        printer.paper(Paper.OUT);
        assertThat(host.receiveHex(4)).isEqualTo("18 00 0F 00"); // near end 03, end 0C
    }

    @Test
    void tellsWhoItIs() throws IOException {
        assertThat(host.send("1D 49 42").receive(10)).isEqualTo("_CHANGBAI\0".getBytes(US_ASCII));
        assertThat(host.send("1D 72 01").receiveHex(1)).isEqualTo("00");
    }

    @Test
    void tellsThatATicketLiesInTheOutletUntilItIsTaken() throws Exception {
        host.send(text("ticket")).send(LF + CUT + ASK_ID).receive(7);
        assertThat(host.send("10 04 14").receiveHex(6)).isEqualTo("10 0F 20 00 00 00"); // bit 5: in the outlet
        printer.take();
        assertThat(host.send("10 04 14").receiveHex(6)).isEqualTo("10 0F 00 00 00 00");
    }

    @Test
    void drawsATicketBackWhenToldUnlessTheRollersSlip() throws Exception {
        host.send(text("ticket")).send(LF + CUT + "1D 65 03 0C" + ASK_ID).receive(7); // GS e 3: present by 12 steps
        printer.jamRetract(true);
        host.send("1D 65 02"); // GS e 2: draw back
        assertThat(host.send("10 04 14").receiveHex(6)).isEqualTo("10 0F 20 00 00 00");
        printer.jamRetract(false);
        host.send("1D 65 02" + ASK_ID).receive(7);
        assertThat(host.send("10 04 14").receiveHex(6)).isEqualTo("10 0F 00 00 00 00");
        assertThat(printer.retracted()).isEqualTo(1);
    }

    @Test
    void anotherModelHasAnotherRomAndWidthAndNoOutletToAsk() throws Exception {
        printer.exchange(ReceiptPrinterModel.NARROW);
        assertThat(host.hungUp()).isTrue();
        try (Host again = new Host(printer.port())) {
            again.send("10 04 14" + ASK_ID).send(text("民".repeat(17) + "镕")).send(LF + CUT); // 镕 is not in GB2312
            assertThat(printed(1)).contains("民".repeat(16) + "\n民□\n");
            assertThat(again.receiveUntilQuiet(50)).isEmpty();
        }
    }

    @Test
    void saysXoffBeforeItsBufferIsFullAndXonWhenThereIsRoom() throws Exception {
        printer.exchange(ReceiptPrinterModel.WIDE.with(ReceiptPrinterModel.Flow.XON_XOFF, 1024));
        try (Host again = new Host(printer.port())) {
            printer.cover(true);
            again.send(LF).send(text("A".repeat(800))); // 224 bytes are left
            assertThat(again.receiveHex(1)).isEqualTo("13");
            printer.cover(false);
            again.send(LF);
            assertThat(again.receiveHex(1)).isEqualTo("11");
        }
    }

    @Test
    void anErrorThatOnlyThePowerSwitchEndsStaysUntilThen() throws Exception {
        printer.breakDown();
        assertThat(ask(STATUS_3)).isEqualTo("32"); // unrecoverable: 20
        host.send(CLEAR);
        assertThat(ask(STATUS_3)).isEqualTo("32");
        printer.powerCycle();
        try (Host again = new Host(printer.port())) {
            assertThat(again.send(STATUS_3).receiveHex(1)).isEqualTo("12");
        }
    }

    @Test
    void takesNothingFromTheLineUntilItReadsAgain() throws Exception {
        printer.stopReading(true);
        assertThat(host.send(STATUS_1 + STATUS_1).receiveUntilQuiet(100).length).isLessThan(2);
        printer.stopReading(false);
        assertThat(host.receiveUntilQuiet(100)).isNotEmpty();
    }

    @Test
    void printsButSaysNothingWhenMute() throws Exception {
        printer.mute(true);
        host.send(text("mute")).send(LF + CUT + ASK_ID + STATUS_1);
        assertThat(printed(1)).isEqualTo("mute\n");
        assertThat(host.receiveUntilQuiet(150)).isEmpty();
    }

    @Test
    void printsButLosesTheProcessIdWhenAsked() throws Exception {
        printer.loseProcessIds(1);
        host.send(text("lost")).send(LF + CUT + ASK_ID);
        assertThat(printed(1)).isEqualTo("lost\n");
        assertThat(host.receiveUntilQuiet(150)).isEmpty();
        assertThat(host.send(ASK_ID).receiveHex(7)).isEqualTo(ID);
    }

    @Test
    void answersLateOrGarbageWhenAsked() throws IOException {
        printer.garble(1);
        assertThat(host.send(STATUS_1).receiveHex(3)).isEqualTo("FF A5 81");
        printer.answerLate(Duration.ofMillis(300));
        assertThat(host.send(STATUS_1).receiveUntilQuiet(50)).isEmpty();
        assertThat(host.receiveHex(1)).isEqualTo("12");
    }

    @Test
    void finishesWhatItKnowsWhenTheCableIsPulledMidJob() throws Exception {
        host.send(text("kept")).send(LF).send(STATUS_1).receive(1);
        printer.unplug();
        assertThat(host.hungUp()).isTrue();
        printer.plug();
        try (Host again = new Host(printer.port())) {
            again.send(CUT);
            assertThat(printed(1)).isEqualTo("kept\n");
        }
    }

    private String ask(String status) throws IOException {
        return host.send(status).receiveHex(1);
    }

    private void awaitOffline() throws IOException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!ask(STATUS_1).equals("1A")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private String printed(int receipts) throws InterruptedException {
        assertThat(printer.awaitPrinted(receipts, SOON)).isTrue();
        return printer.printed().get(receipts - 1).words();
    }

    private static byte[] text(String text) {
        return text.getBytes(GB18030);
    }

    private static int ink(BufferedImage paper) {
        int dots = 0;
        for (int y = 0; y < paper.getHeight(); y++) {
            for (int x = 0; x < paper.getWidth(); x++) {
                dots += (paper.getRGB(x, y) & 0xFF) == 0 ? 1 : 0;
            }
        }
        return dots;
    }

    private static String decode(Path picture) throws Exception {
        BufferedImage paper = ImageIO.read(picture.toFile());
        int[] pixels = paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
        var source = new RGBLuminanceSource(paper.getWidth(), paper.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
