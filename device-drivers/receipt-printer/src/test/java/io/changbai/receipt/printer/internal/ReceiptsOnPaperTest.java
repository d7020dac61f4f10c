package io.changbai.receipt.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPart.Align;
import io.changbai.device.api.print.ReceiptPart.Gap;
import io.changbai.device.api.print.ReceiptPart.Line;
import io.changbai.device.api.print.ReceiptPart.Qr;
import io.changbai.device.api.print.ReceiptPart.Rule;
import io.changbai.device.api.print.ReceiptPart.Size;
import io.changbai.device.emulators.PrintedReceipt;
import io.changbai.device.emulators.model.ReceiptPrinterModel;
import io.changbai.device.emulators.model.ReceiptPrinterModel.Rom;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The same receipt on every kind of printer; the pictures are in {@code target/slips}. */
class ReceiptsOnPaperTest {

    private static final String CODE = "https://verify.example.test/c/CB89-2026-00004217";

    @Test
    void onWidePaperOnlyLinesTheRomLacksArePictures() throws Exception {
        PrintedReceipt paper = print(ReceiptPrinterModel.WIDE, Profiles.plain());
        assertThat(paper.words())
                .contains("社会保险办理回执", "单位名称", "[image ", "[QR " + CODE)
                .doesNotContain("□", "𠮷", "unknown", "dropped", "control");
        assertThat(decoded(paper)).isEqualTo(CODE);
    }

    @Test
    void onNarrowPaperWithASmallRomAndNoCodesOfItsOwnNothingIsMissing() throws Exception {
        PrintedReceipt paper = print(ReceiptPrinterModel.NARROW, Profiles.withoutProcessId(Profiles.NARROW));
        assertThat(paper.words())
                .contains("社会保险", "[image ")
                .doesNotContain("□", "朱镕", "unknown", "dropped", "control", "[QR");
        assertThat(ImageIO.read(paper.picture().toFile()).getWidth()).isLessThan(440);
        assertThat(decoded(paper)).isEqualTo(CODE);
    }

    @Test
    void aWholeReceiptAsAPictureHasNoTextAtAll() throws Exception {
        PrintedReceipt paper =
                print(ReceiptPrinterModel.WIDE, Profiles.of(Profiles.WIDE_AS_PICTURE, OutletRules.NONE, true, false));
        assertThat(paper.words().lines()).allMatch(line -> line.startsWith("[image "));
        assertThat(decoded(paper)).isEqualTo(CODE);
    }

    @Test
    void aRomOfGb18030PrintsItsTwoByteCharactersItself() throws Exception {
        PaperFormat format = new PaperFormat(576, RomCharset.GB18030_2BYTE, true, false, false, Profiles.WIDE.fonts());
        PrintedReceipt paper =
                print(ReceiptPrinterModel.WIDE.with(Rom.GB18030), Profiles.of(format, OutletRules.NONE, true, false));
        assertThat(paper.words()).contains("䶮").doesNotContain("□", "unknown");
    }

    private static PrintedReceipt print(ReceiptPrinterModel model, PrinterProfile profile) throws Exception {
        try (PrinterOnBench bench = new PrinterOnBench(model, profile)) {
            bench.awaitWell();
            assertThat(bench.print(receipt(profile.paper().columns()))).isEqualTo(new Printed(1));
            return bench.emulator.last().orElseThrow();
        }
    }

    private static List<ReceiptPart> receipt(int columns) {
        return List.of(
                new Line("社会保险办理回执", Align.CENTRE, Size.DOUBLE, true),
                new Line("吉林省八九一县人力资源和社会保障局", Align.CENTRE, Size.NORMAL, false),
                new Gap(1),
                new Rule(),
                row("姓名", "王小民", columns),
                row("姓名", "𠮷䶮㐂·欧阳", columns),
                row("姓名", "䶮小民", columns),
                row("姓名", "朱镕民", columns),
                row("缺字", "\uE000王", columns),
                row("证件号码", "890101********101X", columns),
                row("单位名称", "长白山电子有限公司", columns),
                row("缴费年限", "21年7个月", columns),
                new Line("𠮷林办理成功", Align.CENTRE, Size.DOUBLE, true),
                new Line("办理时间 2026-11-23 15:04 𠮷", Align.RIGHT, Size.NORMAL, false),
                ReceiptPart.line("本回执可凭证明编号在窗口、自助终端或者网上查询办理结果，请妥善保管，遗失不补，谢谢配合。"),
                row("证明编号", "CB89-2026-004217", columns),
                new Rule(),
                new Qr(CODE),
                new Line("请妥善保管", Align.CENTRE, Size.NORMAL, true),
                new Gap(2));
    }

    private static ReceiptPart row(String name, String value, int columns) {
        int free = columns - PaperLine.columns(name) - PaperLine.columns(value);
        return ReceiptPart.line(name + " ".repeat(free) + value);
    }

    private static String decoded(PrintedReceipt paper) throws Exception {
        Path file = paper.picture();
        BufferedImage image = ImageIO.read(file.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
