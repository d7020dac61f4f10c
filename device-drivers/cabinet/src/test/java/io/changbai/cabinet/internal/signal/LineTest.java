package io.changbai.cabinet.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.signal.Light;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    @ParameterizedTest
    @ValueSource(strings = {"-1", "!", "!!3", "3!", "1024", "9999", "0x3", "door", "1,2"})
    void refusesWhatIsNoLineAndNamesTheKey(String text) {
        assertThatThrownBy(() -> Line.parse("door", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("door = '" + text + "'");
    }

    @Test
    void readsLinesAndTheirPolarity() {
        assertThat(Line.parse("door", "")).isEmpty();
        assertThat(Line.parse("door", " 17 ")).contains(new Line(17, false));
        assertThat(Line.parse("door", "!0")).contains(new Line(0, true));
    }

    @Test
    void aBrokenWireOfAClosedLoopMeansYes() {
        assertThat(new Line(0, true).meansYes(new BitSet())).isTrue();
        assertThat(new Line(0, false).meansYes(new BitSet())).isFalse();
    }

    @Test
    void offIsHighOnAnOutputThatIsActiveLow() {
        Wiring wiring = new Wiring(
                Map.of(),
                Map.of(Light.SCANNER, new Line(2, true), Light.CARD_READER, new Line(3, false)),
                Optional.empty());
        assertThat(wiring.safe()).isEqualTo(bits(2));
        assertThat(wiring.levels(Set.of(Light.SCANNER, Light.CARD_READER), false))
                .isEqualTo(bits(3));
    }

    @Test
    void twoLightsMayShareALine() {
        Wiring wiring = new Wiring(
                Map.of(),
                Map.of(Light.CONTACTLESS, new Line(1, false), Light.CARD_READER, new Line(1, false)),
                Optional.empty());
        assertThat(wiring.levels(Set.of(Light.CONTACTLESS), false)).isEqualTo(bits(1));
        assertThat(wiring.levels(Set.of(Light.CARD_READER), false)).isEqualTo(bits(1));
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
