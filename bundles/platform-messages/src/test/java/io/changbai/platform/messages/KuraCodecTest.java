package io.changbai.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The vectors were decoded by Kura's own decoder without loss; the replies were captured from a running Kura. */
class KuraCodecTest {

    private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_000L);

    private static final byte[] SEQ_AND_STATE = hex(
            "0880d095ffbc31" // timestamp 1700000000000
                    + "c2b80209" + "0a03736571" + "1003" + "3001" // metric of 9 bytes: "seq", INT32, 1
                    + "c2b8020f" + "0a057374617465" + "1005" + "420449444c45"); // of 15: "state", STRING, "IDLE"

    private static final byte[] MINIMAL_REQUEST =
            hex("c2b802200a0a726571756573742e696410054210313730303030303030303030302d3432"
                    + "c2b802210a137265717565737465722e636c69656e742e6964100542087365727665722d31");

    private static final byte[] ALL_TYPES = hex("0880d095ffbc31"
            + "1214090000000000c046401100000000008022404007" // position: 45.5, 9.25, 7 satellites
            + "c2b8020e0a01641000" + "19000000000000f83f" // d = 1.5
            + "c2b8020a0a01661001" + "2500002040" // f = 2.5
            + "c2b8020c0a016c1002" + "28cb89ec8ff723" // l = 1234567890123
            + "c2b802100a01691003" + "30ffffffffffffffffff01" // i = -1, ten bytes
            + "c2b802070a01621004" + "3801" // b = true
            + "c2b802090a01731005" + "42024f4b" // s = "OK"
            + "c2b8020a0a01791006" + "4a030001ff" // y = 00 01 ff
            + "cab802026869"); // body "hi"

    @Test
    void writesAndReadsTimestampIntAndString() {
        KuraPayload payload =
                new KuraPayload(Optional.of(AT), Optional.empty(), Map.of("state", "IDLE", "seq", 1), Optional.empty());

        assertThat(SEQ_AND_STATE).hasSize(39);
        assertThat(KuraCodec.encodePlain(payload)).isEqualTo(SEQ_AND_STATE);
        assertThat(KuraCodec.decode(SEQ_AND_STATE)).isEqualTo(payload);
    }

    @Test
    void writesAndReadsTheMinimalRequest() {
        Map<String, Object> ids = Map.of(Reply.REQUEST_ID, "1700000000000-42", Reply.REQUESTER, "server-1");

        assertThat(MINIMAL_REQUEST).hasSize(73);
        assertThat(KuraCodec.encodePlain(new KuraPayload(Optional.empty(), Optional.empty(), ids, Optional.empty())))
                .isEqualTo(MINIMAL_REQUEST);
        assertThat(KuraCodec.decode(MINIMAL_REQUEST).metrics()).isEqualTo(ids);
    }

    @Test
    void readsAllTypes() {
        KuraPayload read = KuraCodec.decode(ALL_TYPES);

        assertThat(ALL_TYPES).hasSize(141);
        assertThat(read.timestamp()).contains(AT);
        assertThat(read.position()).contains(new KuraPayload.Position(45.5, 9.25, Optional.empty()));
        assertThat(read.metrics())
                .containsEntry("d", 1.5)
                .containsEntry("f", 2.5f)
                .containsEntry("l", 1_234_567_890_123L)
                .containsEntry("i", -1)
                .containsEntry("b", true)
                .containsEntry("s", "OK")
                .containsEntry("y", new byte[] {0, 1, (byte) 0xff})
                .hasSize(7);
        assertThat(read.body()).hasValue("hi".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesAllTypesAsLongAsKuraDoesButForTheSatellites() {
        KuraPayload read = KuraCodec.decode(ALL_TYPES);

        byte[] written = KuraCodec.encodePlain(read);

        assertThat(written).hasSize(141 - 2);
        assertThat(KuraCodec.decode(written).metrics().get("i")).isEqualTo(-1);
        assertThat(HexFormat.of().formatHex(written)).contains("0a0169100330ffffffffffffffffff01");
    }

    @Test
    void readsTheReplyOfARealKura() {
        KuraPayload reply = KuraCodec.decode(hex("08f7cd94c7a034" + "c2b802100a0568656c6c6f10054205776f726c64"
                + "c2b802140a0d726573706f6e73652e636f6465100330c801" + "cab80204626f6479"));

        assertThat(Reply.code(reply)).hasValue(200);
        assertThat(reply.metrics()).containsEntry("hello", "world");
        assertThat(reply.body()).hasValue("body".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesReplyCodesAsInt32() {
        assertThat(replyHex(200)).isEqualTo("c2b802140a0d726573706f6e73652e636f6465100330c801");
        assertThat(replyHex(400)).endsWith("309003");
        assertThat(replyHex(404)).endsWith("309403");
        assertThat(replyHex(500)).endsWith("30f403");
    }

    private static String replyHex(int code) {
        KuraPayload reply = Reply.of(AT, code, Optional.empty());
        byte[] bytes = KuraCodec.encodePlain(
                new KuraPayload(Optional.empty(), Optional.empty(), reply.metrics(), Optional.empty()));
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void compressesOnlyWhenStrictlyShorter() {
        byte[] small = KuraCodec.encode(body("hi"));
        byte[] large = KuraCodec.encode(body("0".repeat(500)));

        assertThat(Gzip.looksCompressed(small)).isFalse();
        assertThat(Gzip.looksCompressed(large)).isTrue();
        assertThat(large).hasSizeLessThan(100);
        assertThat(KuraCodec.decode(large).body()).hasValue("0".repeat(500).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBombStaysTheRawMessage() throws IOException {
        byte[] bomb = gzip(KuraCodec.encodePlain(body("0".repeat(3_000_000))));

        KuraPayload read = KuraCodec.decode(bomb);

        assertThat(bomb).hasSizeLessThan(10_000);
        assertThat(read.metrics()).isEmpty();
        assertThat(read.body()).hasValue(bomb);
    }

    @Test
    void exactlyTheBoundIsStillRead() throws IOException {
        byte[] plain = KuraCodec.encodePlain(body("0".repeat(200)));

        assertThat(KuraCodec.decode(gzip(plain), plain.length).body())
                .hasValueSatisfying(b -> assertThat(b).hasSize(200));
        assertThat(KuraCodec.decode(gzip(plain), plain.length - 1).body()).hasValue(gzip(plain));
    }

    @Test
    void aTruncatedCompressedMessageStaysTheRawMessage() throws IOException {
        byte[] cut = Arrays.copyOf(gzip(KuraCodec.encodePlain(body("0".repeat(200)))), 15);

        assertThat(KuraCodec.decode(cut).body()).hasValue(cut);
    }

    @Test
    void garbageBecomesTheBody() {
        byte[] text = "not protobuf".getBytes(StandardCharsets.UTF_8);

        assertThat(KuraCodec.decode(text).body()).hasValue(text);
        assertThat(KuraCodec.decode(text).metrics()).isEmpty();
    }

    @Test
    void everyTruncationEitherParsesOrBecomesTheBody() {
        for (int length = 0; length < ALL_TYPES.length; length++) {
            byte[] cut = Arrays.copyOf(ALL_TYPES, length);
            KuraPayload read = KuraCodec.decode(cut);
            assertThat(read.metrics().isEmpty() || read.timestamp().isPresent()).isTrue();
        }
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            assertThat(KuraCodec.decode(noise)).isNotNull();
        }
    }

    @Test
    void flippedBytesNeverThrow() {
        for (int i = 0; i < ALL_TYPES.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = ALL_TYPES.clone();
                flipped[i] = (byte) (flipped[i] ^ 1 << bit);
                assertThat(KuraCodec.decode(flipped)).isNotNull();
            }
        }
    }

    @Test
    void aPositionNeedsBothCoordinates() {
        byte[] halfPosition = hex("1209" + "090000000000c04640"); // latitude only

        assertThat(KuraCodec.decode(halfPosition).body()).hasValue(halfPosition);
    }

    @Test
    void aMetricOfAnUnknownTypeMakesTheMessageGarbage() {
        byte[] unknownType = hex("c2b80205" + "0a0178" + "1007"); // "x", type 7

        assertThat(KuraCodec.decode(unknownType).body()).hasValue(unknownType);
    }

    @Test
    void extensionsAreSkippedAndTheLastOfEqualNamesWins() {
        byte[] message = hex(
                "1a0101" // field 3, from the extension range
                        + "c2b802070a017810033001" + "c2b802070a017810033002");

        assertThat(KuraCodec.decode(message).metrics()).isEqualTo(Map.of("x", 2));
    }

    @Test
    void aValueOfAnotherClassIsADefect() {
        KuraPayload wrong = new KuraPayload(Optional.empty(), Optional.empty(), Map.of("x", AT), Optional.empty());

        assertThatIllegalArgumentException().isThrownBy(() -> KuraCodec.encode(wrong));
    }

    private static KuraPayload body(String text) {
        return new KuraPayload(
                Optional.empty(), Optional.empty(), Map.of(), Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
