package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.card.SocialCard;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsseDecoderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] ATR = {0x3B, 0x6D};

    private final Map<Integer, byte[]> values = new HashMap<>(Map.of(
            0x01, HexFormat.of().parseHex(SocialCards.CARD_ID),
            0x03, ascii("2.00"),
            0x05, new byte[] {0x20, 0x18, 0x05, 0x01}, // 2018-05-01 in BCD
            0x06, new byte[] {0x20, 0x28, 0x05, 0x01}, // 2028-05-01 in BCD
            0x07, ascii("A12345678"),
            0x08, ascii(SocialCards.NUMBER),
            0x09, Arrays.copyOf("王小民".getBytes(GB18030), 30),
            0x4E, new byte[20]));

    SsseDecoderTest() {
        values.put(0x0A, ascii("1"));
        values.put(0x0B, new byte[] {0x01}); // BCD 01, Han
        values.put(0x0C, HexFormat.of().parseHex("890101"));
        values.put(0x0D, HexFormat.of().parseHex("19580312"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private SocialCard card() {
        return new SsseDecoder(values).card(ATR).orElseThrow();
    }

    @Test
    void decodesEveryField() {
        assertThat(card())
                .isEqualTo(new SocialCard(
                        "2.00",
                        "890101",
                        "A12345678",
                        SocialCards.CARD_ID,
                        "3B6D",
                        LocalDate.of(2018, 5, 1),
                        LocalDate.of(2028, 5, 1),
                        SocialCards.NUMBER,
                        "王小民",
                        "1",
                        "01",
                        "890101",
                        Optional.of(LocalDate.of(1958, 3, 12))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"阿布都热合曼阿布都热合曼阿布都热合曼阿布都热合曼曼", "王\uD840\uDC0B小王小王小王小王小王小王小王", "䶮小民"})
    void joinsBothPartsOfANameBeforeItDecodesThem(String name) {
        byte[] bytes = Arrays.copyOf(name.getBytes(GB18030), 50);
        for (int cut = 29; cut <= 31; cut++) { // through a character at one of them
            values.put(0x09, Arrays.copyOf(bytes, cut));
            values.put(0x4E, Arrays.copyOfRange(bytes, cut, 50));
            assertThat(card().name()).isEqualTo(name);
        }
    }

    @Test
    void takesTheFirstNineCharactersOfALongerCardNumber() {
        values.put(0x07, ascii("A12345678999"));
        assertThat(card().cardNumber()).isEqualTo("A12345678");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x05, 0x06, 0x07, 0x08, 0x09})
    void refusesACardWithoutAFieldItMustHave(int tag) {
        values.remove(tag);
        assertThat(new SsseDecoder(values).card(ATR)).isEmpty();
    }

    @Test
    void refusesValuesNoCardHas() {
        refuses(0x08, ascii("890101195803121011")); // wrong check digit
        refuses(0x05, new byte[] {0x20, 0x18, 0x13, 0x01}); // month 13
        refuses(0x05, new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
        refuses(0x09, new byte[] {(byte) 0x81, 0x20}); // half a character and a space
        refuses(0x01, new byte[16 - 1]);
        refuses(0x07, ascii("A1234567"));
    }

    private void refuses(int tag, byte[] value) {
        byte[] good = values.put(tag, value);
        assertThat(new SsseDecoder(values).card(ATR)).as("tag %02X", tag).isEmpty();
        values.put(tag, good);
        assertThat(new SsseDecoder(values).card(ATR)).isPresent();
    }
}
