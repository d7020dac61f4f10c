package io.changbai.face.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The engine's side of the bytes in docs/protocols/face-engine.md §6. */
class WireVectorsTest {

    private static final Path PAGE = Path.of("../../docs/protocols/face-engine.md");

    @Test
    void refusesWhatIsNoMessage() {
        refused("0000010100000001 00000000", "frame"); // not "CF"
        refused("4346020100000007 00000000", "version");
        refused("4346010200000007 00400001", "too-large"); // 4 MB and one byte
        refused("4346010200000007 FFFFFFFF", "too-large");
    }

    private static void refused(String hex, String code) {
        assertThatThrownBy(() -> read(hex))
                .isInstanceOfSatisfying(
                        Message.Malformed.class, e -> assertThat(e.code).isEqualTo(code));
    }

    @Test
    void aMessageCutAnywhereIsTheEnd() {
        String whole = "4346010200000002 00000004 FFD8FFD9".replace(" ", "");
        for (int cut = 2; cut < whole.length(); cut += 2) {
            String part = whole.substring(0, cut);
            assertThatThrownBy(() -> read(part)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void theEndOfTheInputIsNoMessage() throws IOException {
        assertThat(read("")).isNull();
    }

    @Test
    void readsTheQuestionsAndWritesTheAnswersOfThePage() throws IOException {
        assertThat(read("43460101 00000001 00000000").type()).isEqualTo(Message.HELLO);
        assertThat(read("43460102 00000002 00000004 FFD8FFD9").payload()).containsExactly(0xFF, 0xD8, 0xFF, 0xD9);
        onThePage(new Message(Message.READY, 1, bytes("engine=acme\nliveness=none\n")));
        onThePage(new Message(Message.REFUSED, 2, bytes("code=picture\n")));
        onThePage(new Message(Message.ASSESSED, 3, bytes("faces=1\nliveness=live\n")));
        onThePage(new Message(Message.FORGOTTEN, 4, new byte[0]));
    }

    private static void onThePage(Message message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.write(new DataOutputStream(out));
        String page = Files.readString(PAGE).replaceAll("\\s+", "");
        assertThat(page).contains(HexFormat.of().withUpperCase().formatHex(out.toByteArray()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Message read(String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return Message.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
