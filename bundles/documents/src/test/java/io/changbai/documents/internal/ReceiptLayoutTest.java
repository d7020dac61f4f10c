package io.changbai.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.documents.Receipt;
import io.changbai.documents.Receipt.Field;
import io.changbai.documents.ReceiptLine;
import io.changbai.documents.ReceiptLine.Gap;
import io.changbai.documents.ReceiptLine.Qr;
import io.changbai.documents.ReceiptLine.Rule;
import io.changbai.documents.ReceiptLine.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptLayoutTest {

    @Test
    void putsLabelsLeftAndValuesRightOnLinesOfFullWidth() {
        assertThat(lay(32, new Field("姓名", "王小民")))
                .contains(new Text("姓名" + " ".repeat(22) + "王小民", false, false, false));
    }

    @Test
    void aValueTooLongForItsLineGoesOnBelowAgainstTheRightEdge() {
        List<ReceiptLine> lines = lay(32, new Field("姓名", "阿卜杜热合曼·买买提艾力阿卜杜热合曼·买买提艾力王"));
        assertThat(lines)
                .containsSubsequence(
                        new Text("姓名", false, false, false),
                        new Text("  阿卜杜热合曼·买买提艾力阿卜杜", false, false, false),
                        new Text(" ".repeat(12) + "热合曼·买买提艾力王", false, false, false));
    }

    @Test
    void noLineIsWiderThanThePaper() {
        Field hostile = new Field("备注".repeat(40), "\u202E\u0000𠮷a".repeat(60));
        for (int columns : new int[] {8, 32, 48}) {
            assertThat(lay(columns, hostile)).filteredOn(Text.class::isInstance).allSatisfy(line -> {
                Text text = (Text) line;
                assertThat(Columns.width(text.text()) * (text.large() ? 2 : 1)).isLessThanOrEqualTo(columns);
            });
        }
    }

    @Test
    void theTitleIsLargeAndTheCodeStandsBeforeTheSmallPrint() {
        List<ReceiptLine> lines = lay(48, new Field("编号", "1"));
        assertThat(lines.get(0)).isEqualTo(new Text("办理回执", true, true, true));
        assertThat(lines)
                .containsSubsequence(new Rule(), new Gap(1), new Qr("code"), new Text("请妥善保管", false, false, true));
    }

    @Test
    void withoutACodeThereIsNone() {
        assertThat(ReceiptLayout.lay(new Receipt("回执", List.of(), null, List.of()), 48))
                .noneMatch(Qr.class::isInstance);
    }

    @Test
    void paperTooNarrowForAnythingIsRefused() {
        assertThatThrownBy(() -> lay(7)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<ReceiptLine> lay(int columns, Field... fields) {
        return ReceiptLayout.lay(new Receipt("办理回执", List.of(fields), "code", List.of("请妥善保管")), columns);
    }
}
