package io.changbai.receipt.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPart.Align;
import io.changbai.device.api.print.ReceiptPart.Size;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EscPosTest {

    private static final PaperFormat PAPER = Profiles.WIDE;
    private static final String BEGIN = "1b40" // ESC @
            + "1c26"; // FS &: Chinese mode
    private static final String CUT = "1d564200"; // GS V 66 0: feed, partial cut

    @Test
    void aChineseLineIsTwoBytesForEachCharacter() {
        assertThat(encode(ReceiptPart.line("社保 A")))
                .isEqualTo(BEGIN
                        + "1b6100" // ESC a 0: left
                        + "1d2100" // GS ! 0: normal size
                        + "1c2100" // FS ! 0: normal size
                        + "1b4500" // ESC E 0: not bold
                        + "c9e7" // 社
                        + "b1a3" // 保
                        + "2041" // blank, A
                        + "0a" // LF
                        + CUT);
    }

    @Test
    void aTitleIsCentredDoubleAndBold() {
        assertThat(encode(new ReceiptPart.Line("回执", Align.CENTRE, Size.DOUBLE, true)))
                .isEqualTo(BEGIN
                        + "1b6101" // ESC a 1: centre
                        + "1d2111" // GS ! 11: twice as wide and high
                        + "1c210c" // FS ! 0C: the same for Chinese characters
                        + "1b4501" // ESC E 1: bold
                        + "bbd8" // 回
                        + "d6b4" // 执
                        + "0a"
                        + "1b4a14" // ESC J 20: a double line has double spacing
                        + CUT);
    }

    @Test
    void controlBytesInATextAreNeverSent() {
        // A name that tries to cut the paper and to clear the buffer.
        assertThat(encode(ReceiptPart.line("a\u001DV\u0000\u0010\u0014b\u007F")))
                .contains("61" + "56" + "62" + "0a")
                .doesNotContain("1014")
                .doesNotContain("1d5600");
    }

    @Test
    void aLineWithACharacterOutsideTheRomGoesWholeAsBandsOfDots() {
        String bytes = encode(ReceiptPart.line("姓名 𠮷"));
        assertThat(bytes)
                .startsWith(BEGIN
                        + "1b6100" // ESC a 0: left, whatever the last line was
                        + "1b4a") // ESC J: the blank rows above are fed
                .contains(
                        "1d763000" // GS v 0, normal
                                + "0b00" // 11 bytes to a row: three characters and a blank end before dot 88
                                + "1600") // 22 rows, what is blank below is fed
                .doesNotContain("d0d5"); // 姓 as text
    }

    @Test
    void dotsThatLookLikeARealTimeCommandAreChanged() {
        DotPicture picture = new DotPicture(16, 1);
        picture.black(3, 0); // 10
        picture.black(11, 0); // 14 …
        picture.black(13, 0);
        CommandSequence out = new CommandSequence(100);
        picture.appendTo(out);
        assertThat(hex(out.data().chunks())).isEqualTo("1b6100" + "1d763000" + "0200" + "0100" + "1814");
    }

    @Test
    void aChunkEndsOnlyWhereACommandEnds() {
        List<byte[]> chunks = encoder(PAPER)
                .encode(List.of(
                        ReceiptPart.line("𠮷".repeat(60)), new ReceiptPart.Qr("A".repeat(900)), ReceiptPart.line("𠮷")))
                .chunks();
        assertThat(chunks).hasSizeGreaterThan(2).allSatisfy(chunk -> {
            assertThat(chunk.length).isLessThanOrEqualTo(4096);
            assertThat(chunk[0]).isIn((byte) 0x1B, (byte) 0x1C, (byte) 0x1D);
        });
    }

    @Test
    void aCodeIsStoredAndPrintedByThePrinter() {
        assertThat(encode(new ReceiptPart.Qr("A1")))
                .isEqualTo(BEGIN
                        + "1b6101" // centre
                        + "1d286b" + "0400" + "314132" + "00" // model 2
                        + "1d286b" + "0300" + "314306" // 6 dots to a module
                        + "1d286b" + "0300" + "314531" // level M
                        + "1d286b" + "0500" + "315030" + "4131" // store "A1"
                        + "1d286b" + "0300" + "315130" // print
                        + "1b6100" // left
                        + "1b6401" // feed a line
                        + CUT);
    }

    @Test
    void aCodeTooLongIsADefect() {
        assertThatThrownBy(() -> encode(new ReceiptPart.Qr("x".repeat(3_000))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theProcessIdIsFourPrintableCharacters() {
        assertThat(HexFormat.of().formatHex(EscPos.processId(ReceiptRun.id(10_042))))
                .isEqualTo("1d2848" + "0600" + "3030" + "30303432");
    }

    @Test
    void romCharsetsDifferInWhatTheyHave() {
        assertThat(RomCharset.GB2312.encode("镕")).isEmpty(); // in GBK only
        assertThat(RomCharset.GBK.encode("镕·")).isPresent();
        assertThat(RomCharset.GBK.encode("䶮")).isEmpty(); // not in GBK
        assertThat(RomCharset.GB18030_2BYTE.encode("䶮")).isPresent(); // FE 9F since the edition of 2005
        assertThat(RomCharset.GB18030_2BYTE.encode("㐂")).isEmpty(); // four bytes
        assertThat(RomCharset.GB18030_2BYTE.encode("镕")).isPresent();
        assertThat(RomCharset.GBK.encode("\uE000")).isEmpty(); // user-defined
    }

    private static String encode(ReceiptPart... parts) {
        return hex(encoder(PAPER).encode(List.of(parts)).chunks());
    }

    private static String hex(List<byte[]> chunks) {
        return chunks.stream().map(HexFormat.of()::formatHex).collect(Collectors.joining());
    }

    private static ReceiptEncoder encoder(PaperFormat paper) {
        return new ReceiptEncoder(paper, new byte[0], FlowControl.LINE.chunk());
    }
}
