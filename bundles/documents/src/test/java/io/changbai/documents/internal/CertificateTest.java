package io.changbai.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.changbai.documents.Certificate;
import io.changbai.documents.Pages;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CertificateTest {

    private static final PdfDocuments DOCUMENTS = new PdfDocuments(Samples.FONTS, Duration.ofHours(1));

    @AfterAll
    static void close() {
        DOCUMENTS.close();
    }

    @Test
    void theCodeOnTheLastPageDecodesToTheAddressThatVerifiesIt() throws Exception {
        Pages pages = print(Samples.certificate("王小民", 30), "certificate-30");
        try (PDDocument pdf = Loader.loadPDF(pages.pdf())) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(pages.count() - 1, 203);
            assertThat(decode(page)).isEqualTo(Samples.VERIFY);
        }
    }

    @Test
    void everyPageSaysItsNumberTheTerminalAndWhichPageOfHowManyItIs() throws Exception {
        Pages pages = print(Samples.certificate("王小民", 70), "certificate-70");
        assertThat(pages.count()).isEqualTo(3);
        for (int i = 1; i <= pages.count(); i++) {
            assertThat(text(pages, i))
                    .contains("第" + i + "页 共3页", Samples.NUMBER, "终端 cb-890101-0001", "业务号 ae51d92a")
                    .contains("缴费基数（元）");
        }
    }

    @Test
    void everyRowIsPrintedExactlyOnce() throws Exception {
        String all = text(print(Samples.certificate("王小民", 70), "certificate-70"), 0);
        for (int i = 0; i < 70; i++) {
            assertThat(all).containsOnlyOnce(String.format("%d-%02d", 2024 + i / 12, i % 12 + 1));
        }
    }

    @Test
    void rareCharactersOfANameAreDrawnAndCanBeCopiedFromThePage() throws Exception {
        String name = "𠮷䶮㐂𪛖·欧阳";
        assertThat(DOCUMENTS.canDraw(name)).isTrue();
        assertThat(text(print(Samples.certificate(name, 3), "certificate-rare"), 1))
                .contains(name);
    }

    @Test
    void aCharacterNoFontHasIsAFrameWithItsCode() throws Exception {
        // U+31350 is the first of extension H, newer than every font of the chain; U+E000 is private use.
        String name = "王\uD884\uDF50\uE000";
        assertThat(DOCUMENTS.canDraw(name)).isFalse();
        assertThat(text(print(Samples.certificate(name, 3), "certificate-missing"), 1))
                .contains("U+31350", "U+E000");
    }

    @Test
    void aNameOfTwentyFiveHanziAndHostileMarksStaysWithinThePage() throws Exception {
        String name = "阿卜杜热合曼·买买提艾力".repeat(2) + "王\u202E\u0000\uDB40\uDD00\uD800";
        assertThat(text(print(Samples.certificate(name, 3), "certificate-long"), 1))
                .contains("买买提艾力")
                .doesNotContain("\u202E");
    }

    @Test
    void allFontsAreEmbeddedAsSubsets() throws Exception {
        Pages pages = print(Samples.certificate("𠮷䶮㐂𪛖", 3), "certificate-rare");
        assertThat(pages.pdf().length).isLessThan(150_000);
        try (PDDocument pdf = Loader.loadPDF(pages.pdf())) {
            List<PDFont> fonts = new ArrayList<>();
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                fonts.add(pdf.getPage(0).getResources().getFont(name));
            }
            assertThat(fonts).hasSizeGreaterThan(1).allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
            });
        }
    }

    @Test
    void theSameContentGivesTheSameBytes() throws Exception {
        Certificate certificate = Samples.certificate("𠮷·䶮", 30);
        PdfDocuments another = new PdfDocuments(Samples.FONTS, Duration.ofHours(1));
        assertThat(another.certificate(certificate).pdf())
                .isEqualTo(DOCUMENTS.certificate(certificate).pdf())
                .isEqualTo(DOCUMENTS.certificate(certificate).pdf());
        another.close();
    }

    @Test
    void theFilesMetadataNamesNobody() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(
                DOCUMENTS.certificate(Samples.certificate("王小民", 3)).pdf())) {
            assertThat(pdf.getDocumentInformation().getMetadataKeys()).isEmpty();
            assertThat(pdf.getDocumentCatalog().getMetadata()).isNull();
        }
    }

    @Test
    void aTableWithARowLongerThanAPageGoesOn() throws Exception {
        Certificate base = Samples.certificate("王小民", 1);
        String endless = "缴费说明".repeat(2_000) + "终";
        Certificate certificate = new Certificate(
                base.title(),
                base.statement(),
                List.of("说明"),
                List.of(List.of(endless)),
                base.closing(),
                base.issuance(),
                base.seal(),
                base.number(),
                base.verifyUrl(),
                base.footer());
        Pages pages = print(certificate, "certificate-endless");
        assertThat(pages.count()).isGreaterThan(2);
        assertThat(text(pages, 0)).contains("终");
    }

    @Test
    void withoutTableRowsOrClosingThereIsStillAPage() throws Exception {
        Certificate bare = new Certificate(
                "证明", List.of(), List.of(), List.of(), List.of(), List.of(), "局", "N1", "https://v", "T1 J1");
        assertThat(text(print(bare, "certificate-bare"), 1)).contains("第1页 共1页");
    }

    @Test
    void aMissingFontFileIsPassedOver() {
        List<Path> files = List.of(Path.of("/nowhere/a.ttf"), Samples.FONTS.get(0));
        PdfDocuments documents = new PdfDocuments(files, Duration.ofHours(1));
        assertThat(documents.certificate(Samples.certificate("王小民", 1)).count()).isEqualTo(1);
        assertThat(documents.canDraw("𠮷\u9FFF\uD884\uDF50")).isFalse();
        documents.close();
    }

    @Test
    void withoutAnyFontTheFaultNamesTheFiles() {
        PdfDocuments documents = new PdfDocuments(List.of(Path.of("/nowhere/a.ttf")), Duration.ofHours(1));
        assertThatThrownBy(() -> documents.certificate(Samples.certificate("王小民", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/nowhere/a.ttf")
                .hasMessageContaining("fonts-lxgw-wenkai");
        documents.close();
    }

    /** Kept under target/ so that a person can look at it. */
    private static Pages print(Certificate certificate, String name) throws Exception {
        Pages pages = DOCUMENTS.certificate(certificate);
        Path file = Path.of("target", "pages", name + ".pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, pages.pdf());
        return pages;
    }

    /** @param page from 1, or 0 for all */
    private static String text(Pages pages, int page) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(pages.pdf())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            if (page > 0) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
            }
            return stripper.getText(pdf);
        }
    }

    private static String decode(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
