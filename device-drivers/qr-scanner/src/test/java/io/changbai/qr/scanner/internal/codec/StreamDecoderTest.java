package io.changbai.qr.scanner.internal.codec;

import static io.changbai.qr.scanner.internal.codec.Decoding.feed;
import static io.changbai.qr.scanner.internal.codec.Decoding.feedHex;
import static io.changbai.qr.scanner.internal.codec.Decoding.silence;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamDecoderTest {

    private static StreamDecoder plain(Suffix suffix) {
        return new StreamDecoder(Replies.NONE, suffix);
    }

    private static StreamDecoder honeywell(Suffix suffix) {
        return new StreamDecoder(
                new HoneywellReplies(List.of(Command.text("\u0016M\rTRGMOD0!"), Command.text("\u0016M\rREVINF."))),
                suffix);
    }

    @Test
    void cutsTwoCodesThatCameInOneRead() {
        assertThat(feed(plain(Suffix.CR), "one\rtwo\rthr")).containsExactly("one", "two");
    }

    @Test
    void keepsLineEndsThatAreNotTheSuffix() {
        assertThat(feed(plain(Suffix.CRLF), "a\rb\nc\r\n")).containsExactly("a\rb\nc");
        assertThat(feed(plain(Suffix.CR), "a\nb\r")).containsExactly("a\nb");
    }

    @Test
    void takesSilenceForAnEndAndCutsTheModulesLineEndsThere() {
        StreamDecoder decoder = plain(Suffix.NONE);
        assertThat(feed(decoder, "co\r\nde\r\n")).isEmpty();
        assertThat(decoder.isInCode()).isTrue();
        assertThat(silence(decoder)).containsExactly("co\r\nde");
        assertThat(silence(decoder)).isEmpty();
    }

    @Test
    void takesBlankLinesForNobodysCode() {
        StreamDecoder decoder = plain(Suffix.CR);
        assertThat(feed(decoder, "\r\r\r\n")).isEmpty();
        assertThat(silence(decoder)).isEmpty();
    }

    @Test
    void takesACodeOf4096BytesAndThrowsAwayALongerOneUpToTheSilence() {
        for (Suffix suffix : Suffix.values()) {
            StreamDecoder decoder = plain(suffix);
            List<String> heard = feed(decoder, "x".repeat(4096) + suffix.name().transform(StreamDecoderTest::bytes));
            heard.addAll(silence(decoder));
            assertThat(heard).as(suffix.name()).hasSize(1).allMatch(code -> code.length() == 4096);
        }
        StreamDecoder decoder = plain(Suffix.CR);
        assertThat(feed(decoder, "x".repeat(4097) + "\rrest\r")).containsExactly("TooLong", "rest");
        assertThat(feed(decoder, "x".repeat(10_240) + "\rrest\r")).isEmpty();
        assertThat(silence(decoder)).containsExactly("TooLong");
        assertThat(feed(decoder, "next\r")).containsExactly("next");
    }

    private static String bytes(String suffix) {
        return new String(Suffix.valueOf(suffix).bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Test
    void takesAnEchoBeforeACodeOutOfTheStream() {
        StreamDecoder decoder = honeywell(Suffix.CR);
        assertThat(feed(decoder, "TRGMOD0\u0006!code\r")).containsExactly("accepted 0", "code");
        assertThat(feed(decoder, "TRGMOD9\u0015!TRGMOD0\u0005!")).containsExactly("refused 9", "refused 0");
        assertThat(feed(decoder, "REVINFBOOT 1\r\nFIRM 2.11\u0006.")).containsExactly("accepted BOOT 1 FIRM 2.11");
    }

    @Test
    void neverTakesHalfAnEchoForACode() {
        StreamDecoder decoder = honeywell(Suffix.CR);
        assertThat(feed(decoder, "TRGMOD0")).isEmpty();
        assertThat(silence(decoder)).isEmpty();
        assertThat(feed(decoder, "T")).isEmpty();
        assertThat(silence(decoder)).containsExactly("T");
    }

    @Test
    void readsCodesThatBeginLikeAnEcho() {
        StreamDecoder decoder = honeywell(Suffix.CR);
        assertThat(feed(decoder, "TRG-1\rT\rREV\rTR")).containsExactly("TRG-1", "T", "REV");
        assertThat(silence(decoder)).containsExactly("TR");
    }

    @Test
    void readsNewlandsVerdicts() {
        StreamDecoder decoder = new StreamDecoder(new NewlandReplies(), Suffix.CR);
        // STX SOH 0000 # SCNTRG1 ACK ; ETX, then a code
        assertThat(feed(decoder, "\u0002\u00010000#SCNTRG1\u0006;\u0003code\r"))
                .containsExactly("accepted #SCNTRG1", "code");
        assertThat(feed(decoder, "\u0002\u00010000@NOSUCH\u0015;\u0003")).containsExactly("refused @NOSUCH");
        assertThat(feed(decoder, "\u0002\u00010000@SCNMOD9\u0005;\u0003")).containsExactly("refused @SCNMOD9");
        assertThat(feed(decoder, "\u0002\u00010000@A\u0006;B\u0015;\u0003")).containsExactly("refused @A ;B");
        assertThat(feed(decoder, "\u0002\u00010000#SCN")).isEmpty();
        assertThat(silence(decoder)).isEmpty();
    }

    @Test
    void readsGm65RepliesWhateverBytesAreInThem() {
        StreamDecoder decoder = new StreamDecoder(new Gm65Replies(), Suffix.CR);
        // 02 00, type 00, length 01, data 00, CRC 33 31; then "A" CR
        assertThat(feedHex(decoder, "02 00 00 01 00 33 31 41 0D")).containsExactly("accepted 00", "A");
        assertThat(feedHex(decoder, "02 00 01 01 00 04 01")).containsExactly("refused 00"); // wrong CRC
        assertThat(feedHex(decoder, "02 00 03 01 00 6A 61")).containsExactly("refused 00"); // unknown command
        assertThat(feedHex(decoder, "02 00 00 01 0D E2 9C")).containsExactly("accepted 0D"); // CR as data
        assertThat(feedHex(decoder, "02 00 00 01 00 33 30")).containsExactly("refused 00"); // damaged on the way
        assertThat(feedHex(decoder, "02 00 00 01 00")).isEmpty(); // and the rest never comes
        assertThat(silence(decoder)).isEmpty();
    }
}
