package io.changbai.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.platform.messages.core.CertificateIssued;
import io.changbai.platform.messages.core.FindPerson;
import io.changbai.platform.messages.core.VerifyFace;
import io.changbai.platform.messages.operations.TerminalEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{\"kind\":",
                "{\"kind\":{\"a\":1}}",
                "{} {}",
                "\u0000",
                "{\"kind\":[[[[]]]]}"
            })
    void malformedBodiesAreRefused(String body) {
        assertThatThrownBy(() -> JsonCodec.read(utf8(body), FindPerson.class))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageStartingWith("FindPerson");
    }

    @Test
    void aBombOfBracketsIsRefused() {
        assertThatThrownBy(() -> JsonCodec.read(utf8("{\"kind\":" + "[".repeat(100_000)), FindPerson.class))
                .isInstanceOf(MalformedBodyException.class);
    }

    @Test
    void anOversizeBodyIsRefused() {
        byte[] body = utf8("{\"name\":\"" + "x".repeat(JsonCodec.MAX_BODY) + "\"}");

        assertThatThrownBy(() -> JsonCodec.read(body, FindPerson.class)).isInstanceOf(MalformedBodyException.class);
    }

    @Test
    void theRefusalNamesThePlaceAndNotTheValue() {
        byte[] body = utf8("{\"totalMonths\":\"89010119580312101X\"}");

        assertThatThrownBy(() -> JsonCodec.read(body, CertificateIssued.class))
                .hasMessageContaining("totalMonths")
                .hasMessageNotContaining("8901");
    }

    @Test
    void unknownFieldsAreTolerated() throws MalformedBodyException {
        FindPerson person = JsonCodec.read(
                utf8("{\"kind\":\"ID_CARD\",\"future\":{\"a\":[1]},\"name\":\"王小民\"}"), FindPerson.class);

        assertThat(person).isEqualTo(new FindPerson("ID_CARD", null, "王小民", null, null));
    }

    @Test
    void recordsGoThereAndBack() throws MalformedBodyException {
        TerminalEvent event = new TerminalEvent(
                "FAULT_RAISED", "2026-11-23T08:00:00Z", "receipt-printer", Map.of("code", "RCP-CUTTER"));
        CertificateIssued.Row row = new CertificateIssued.Row("PENSION", "银杏厂", "2020-01", "2020-12", 12, 500_000);

        assertThat(JsonCodec.read(JsonCodec.write(event), TerminalEvent.class)).isEqualTo(event);
        assertThat(JsonCodec.read(JsonCodec.write(row), CertificateIssued.Row.class))
                .isEqualTo(row);
        assertThat(JsonCodec.read(JsonCodec.write(List.of(1)), List.class)).isEqualTo(List.of(1));
    }

    @Test
    void picturesAreBase64() throws MalformedBodyException {
        byte[] written = JsonCodec.write(new VerifyFace("p", "c", new byte[] {0, 1, (byte) 0xff}));

        assertThat(new String(written, StandardCharsets.UTF_8)).contains("\"AAH/\"");
        assertThat(JsonCodec.read(written, VerifyFace.class).jpeg()).containsExactly(0, 1, 0xff);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
