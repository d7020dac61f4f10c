package io.changbai.qr.scanner.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.StringUtils;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CharsetGuessTest {

    @Test
    void readsChineseOfOldIssuers() throws Exception {
        for (String text : new String[] {"社会保障卡业务预约凭证", "养老金资格认证：窗口3，号码A012", "姓名:王小民;业务:参保证明打印"}) {
            assertThat(read(text, "GB18030")).isEqualTo(text);
        }
    }

    @Test
    void leavesEveryOtherTextToZxing() throws Exception {
        for (String text : new String[] {"plain", "社会保障", "日本語テスト"}) {
            assertThat(read(text, "UTF-8")).isEqualTo(text);
        }
        for (String text : new String[] {"Ärger in Köln", "café", "naïveté élevé"}) {
            assertThat(read(text, "ISO-8859-1")).isEqualTo(text);
        }
        for (String text : new String[] {"携帯電話サイト", "ﾓﾊﾞｲﾙ日本語", "MEBKM:TITLE:モバイル;"}) {
            assertThat(read(text, "Shift_JIS")).isEqualTo(text);
        }
    }

    @Test
    void seesThatBytesAreNotTheWholeText() {
        assertThat(CharsetGuess.isWhole(new byte[] {'a', 'b'}, "ab")).isTrue();
        assertThat(CharsetGuess.isWhole(new byte[] {'a', 'b'}, "ab123")).isFalse();
    }

    private static String read(String text, String charset) throws Exception {
        byte[] bytes = text.getBytes(charset);
        String guessed = new String(bytes, Charset.forName(StringUtils.guessEncoding(bytes, Map.of())));
        return CharsetGuess.mended(bytes, guessed);
    }
}
