package io.changbai.card.reader.internal.samv;

import static io.changbai.card.reader.internal.samv.SamFixtures.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamDecoderTest {

    private final SamDecoder decoder = new SamDecoder();

    private List<Object> feed(byte[] bytes) {
        List<Object> seen = new ArrayList<>();
        decoder.append(bytes, 0, bytes.length);
        for (SamReceived next = decoder.next(); next != SamReceived.NOTHING; next = decoder.next()) {
            seen.add(next instanceof SamReceived.Answer answer ? answer.sw3() : next);
        }
        return seen;
    }

    @Test
    void findsAnAnswerBehindGarbageAndALonelyAa() {
        assertThat(feed(hex("5A FF 00 AA 13 AA AA 69 96 AA AA AA AA 96 69 00 04 00 00 80 84")))
                .containsExactly(0x80);
    }

    @Test
    void acceptsAnAnswerWhoseFirstTwoBytesWereLost() {
        assertThat(feed(hex("AA 96 69 00 04 00 00 90 94"))).containsExactly(0x90);
    }

    @Test
    void saysDamagedForAWrongChecksumAndGoesOnWithTheNextFrame() {
        assertThat(feed(hex("AA AA AA 96 69 00 04 00 00 80 85 AA AA AA 96 69 00 04 00 00 90 94")))
                .containsExactly(SamReceived.DAMAGED, 0x90);
    }

    @Test
    void saysDamagedForALengthNoAnswerHas() {
        assertThat(feed(hex("AA AA AA 96 69 00 03 00 00 80"))).containsExactly(SamReceived.DAMAGED);
        decoder.clear();
        assertThat(feed(hex("AA AA AA 96 69 0A 01 00 00 80"))).containsExactly(SamReceived.DAMAGED);
    }

    @Test
    void findsTheAnswerInsideAFrameWhoseLengthWasWrong() {
        byte[] wrong = hex("AA AA AA 96 69 00 0B AA AA AA 96 69 00 04 00 00 80 84");
        assertThat(feed(wrong)).containsExactly(SamReceived.DAMAGED, 0x80);
    }

    @Test
    void assemblesAnAnswerByteByByteAndKnowsThatItHasBegun() {
        byte[] frame = SamFixtures.FOUND;
        for (int i = 0; i < frame.length - 1; i++) {
            assertThat(feed(new byte[] {frame[i]})).isEmpty();
            assertThat(decoder.inFrame()).isEqualTo(i >= 4);
        }
        assertThat(feed(new byte[] {frame[frame.length - 1]})).containsExactly(0x9F);
        assertThat(decoder.inFrame()).isFalse();
    }

    @Test
    void givesTwoAnswersThatCameInOnePiece() {
        assertThat(feed(hex("AA AA AA 96 69 00 04 00 00 80 84 AA AA AA 96 69 00 04 00 00 90 94")))
                .containsExactly(0x80, 0x90);
    }

    @Test
    void neverThrowsAndRecoversWhateverArrives() {
        Random random = new Random(20261123);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(4096)];
            random.nextBytes(noise);
            if (noise.length > 8) {
                System.arraycopy(SamFrame.START, 0, noise, random.nextInt(noise.length - 4), 3);
            }
            assertThat(feed(noise)).allMatch(seen -> seen != null);
        }
        decoder.clear();
        assertThat(feed(SamFixtures.GOOD)).containsExactly(0x90);
    }

    @Test
    void sendsTheCommandsOfTheDataSheet() {
        assertThat(SamCommand.RESET.frame()).isEqualTo(hex("AA AA AA 96 69 00 03 10 FF EC"));
        assertThat(SamCommand.STATUS.frame()).isEqualTo(hex("AA AA AA 96 69 00 03 11 FF ED"));
        assertThat(SamCommand.MODULE_NUMBER.frame()).isEqualTo(hex("AA AA AA 96 69 00 03 12 FF EE"));
        assertThat(SamCommand.FIND.frame()).isEqualTo(hex("AA AA AA 96 69 00 03 20 01 22"));
        assertThat(SamCommand.SELECT.frame()).isEqualTo(hex("AA AA AA 96 69 00 03 20 02 21"));
        assertThat(SamCommand.READ.frame()).isEqualTo(hex("AA AA AA 96 69 00 03 30 01 32"));
        assertThat(SamCommand.READ_ADDRESS.frame()).isEqualTo(hex("AA AA AA 96 69 00 03 30 03 30"));
    }
}
