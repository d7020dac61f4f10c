package io.changbai.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.documents.Certificate;
import io.changbai.documents.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things stand on the page: what a person sees before reading a word. */
class CertificatePlacesTest {

    private static final PdfDocuments DOCUMENTS = new PdfDocuments(Samples.FONTS, Duration.ofHours(1));
    private static final String LONG_NAME = "阿卜杜热合曼·买买提艾力阿卜杜热合曼·买买提艾力王";

    @AfterAll
    static void close() {
        DOCUMENTS.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 40, 60})
    void noTextLiesOverAnotherOnAnyPage(int years) throws Exception {
        noOverlap(print(Samples.career("王小民", years), "places-" + years));
    }

    @Test
    void neitherALongNameNorALongNumberNorALongJobLiesOverAnything() throws Exception {
        Certificate career = Samples.career(LONG_NAME, 3);
        Certificate hostile = new Certificate(
                career.title(),
                career.statement(),
                career.header(),
                career.rows(),
                career.closing(),
                List.of("出具机构：" + "八九省社会保险事业管理".repeat(4), "出具日期：2026年11月23日"),
                career.seal(),
                "CB89-2026-00004217-".repeat(5),
                career.verifyUrl(),
                "终端与业务号".repeat(20));
        noOverlap(print(career, "places-long-name"));
        noOverlap(print(hostile, "places-hostile"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 40, 60})
    void totalCodeNumberIssuerAndDateStandTogetherOnTheLastPageBelowARow(int years) throws Exception {
        Pages pages = print(Samples.career("王小民", years), "places-" + years);
        try (PDDocument pdf = Loader.loadPDF(pages.pdf())) {
            List<PlacedText> last = PlacedText.of(pdf, pages.count());
            PlacedText total = PlacedText.find(last, "上述期间实际缴费");
            PlacedText label = PlacedText.find(last, "扫描二维码");
            PlacedText number = PlacedText.findExactly(last, "CB-2026-0000001");
            PlacedText issuer = PlacedText.find(last, "出具机构");
            PlacedText date = PlacedText.find(last, "出具日期");
            assertThat(PlacedText.find(last, (1999 + years) + "-07").isAbove(total))
                    .isTrue();
            assertThat(total.isAbove(issuer) && issuer.isAbove(date)).isTrue();
            assertThat(label.y() - number.y()).isBetween(0.0, 84.0);
            assertThat(List.of(number, label))
                    .allSatisfy(left -> assertThat(left.right()).isLessThan(issuer.x()));
        }
    }

    @Test
    void theTotalStandsOnOneLineAcrossThePage() throws Exception {
        try (PDDocument pdf =
                Loader.loadPDF(DOCUMENTS.certificate(Samples.career("王小民", 3)).pdf())) {
            PlacedText total = PlacedText.find(PlacedText.of(pdf, 1), "上述期间实际缴费");
            assertThat(total.text()).isEqualTo(Samples.TOTAL);
            assertThat(total.x()).isLessThan(Sheet.LEFT + 40);
        }
    }

    @Test
    void theSealLiesOverIssuerAndDateOnly() throws Exception {
        Certificate career = Samples.career("王小民", 3);
        try (PDDocument pdf = Loader.loadPDF(DOCUMENTS.certificate(career).pdf())) {
            List<PlacedText> all = PlacedText.of(pdf, 1);
            PlacedText issuer = PlacedText.find(all, "出具机构");
            double axis = (issuer.x() + issuer.right()) / 2;
            List<PlacedText> stamped = all.stream()
                    .filter(text -> text.text().length() > 1)
                    .filter(text -> Math.abs(text.y() - issuer.y()) < 2 * Seal.RADIUS)
                    .filter(text -> text.isWithin(axis, issuer.y() - 16, Seal.RADIUS))
                    .toList();
            assertThat(stamped).extracting(PlacedText::text).allMatch(text -> text.startsWith("出具"));
        }
    }

    @Test
    void aShortCareerIsOnePageAndTwentyYearsAreTwo() {
        assertThat(DOCUMENTS.certificate(Samples.career("王小民", 3)).count()).isEqualTo(1);
        assertThat(DOCUMENTS.certificate(Samples.career("王小民", 25)).count()).isEqualTo(2);
    }

    private static void noOverlap(Pages pages) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(pages.pdf())) {
            for (int page = 1; page <= pages.count(); page++) {
                List<PlacedText> texts = PlacedText.of(pdf, page);
                for (int i = 0; i < texts.size(); i++) {
                    for (PlacedText other : texts.subList(i + 1, texts.size())) {
                        assertThat(texts.get(i).overlaps(other))
                                .as("page %d: %s and %s", page, texts.get(i), other)
                                .isFalse();
                    }
                }
                assertThat(texts).allMatch(text -> text.x() >= Sheet.LEFT - 1 && text.right() <= Sheet.RIGHT + 1);
            }
        }
    }

    /** Kept under target/ so that a person can look at it. */
    private static Pages print(Certificate certificate, String name) throws Exception {
        Pages pages = DOCUMENTS.certificate(certificate);
        Path file = Path.of("target", "pages", name + ".pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, pages.pdf());
        return pages;
    }
}
