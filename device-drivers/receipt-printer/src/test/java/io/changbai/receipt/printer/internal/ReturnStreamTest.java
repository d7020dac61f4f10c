package io.changbai.receipt.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnStreamTest {

    private final List<String> heard = new ArrayList<>();
    private final ReturnStream stream = new ReturnStream(new ReturnStream.Listener() {
        @Override
        public void flow(boolean mayGoOn) {
            heard.add(mayGoOn ? "XON" : "XOFF");
        }

        @Override
        public void processed(String four) {
            heard.add("processed " + four);
        }

        @Override
        public void introduced(String text) {
            heard.add("text " + text);
        }

        @Override
        public void outletStatus(byte[] six) {
            heard.add("outlet " + HexFormat.of().formatHex(six));
        }

        @Override
        public void automaticStatus(byte[] four) {
            heard.add("ASB " + HexFormat.of().formatHex(four));
        }

        @Override
        public void statusAnswer(int answer) {
            heard.add("status " + Integer.toHexString(answer));
        }
    });

    @Test
    void ignoresNoise() {
        receive(
                "FF", // no fixed bits match
                "A5", // bit 7 set
                "81", // bit 7 set
                "00"); // neither bit 1 nor 4
        assertThat(heard).isEmpty();
    }

    @Test
    void knowsAStatusAnswerByItsFixedBits() {
        receive(
                "12", // DLE EOT 1: online
                "1A", // DLE EOT 1: bit 3, offline
                "72"); // DLE EOT 4: bits 5 and 6, paper end
        assertThat(heard).containsExactly("status 12", "status 1a", "status 72");
    }

    @Test
    void readsAProcessIdAlsoAroundFlowControl() {
        receive(
                "37", "22", // answer to GS ( H
                "30", "13", "30", // "0", XOFF in between, "0"
                "12", "11", // a character that looks like a status answer, XON
                "37", // a character that looks like the start of a block
                "00"); // end
        assertThat(heard).containsExactly("XOFF", "XON", "processed 00\u00127");
    }

    @Test
    void readsTheOutletsStatusAlsoWhenABitLooksLikeFlowControl() {
        receive(
                "10", "0F", // DLE EOT 20
                "11", // paper: bit 0 none, bit 4: the value of XON
                "02", // user: cover open
                "13", // recoverable errors: the value of XOFF
                "37", // unrecoverable errors: the value that begins a block
                "12"); // a status answer
        assertThat(heard).containsExactly("outlet 100f11021337", "status 12");
    }

    @Test
    void anOutletStatusThatBreaksOffIsForgottenBeforeTheNextQuestion() {
        receive("10", "0F", "20");
        stream.forget();
        receive("12");
        assertThat(heard).containsExactly("status 12");
    }

    @Test
    void readsOtherBlocks() {
        receive(
                "5F", "45", "4D", "55", "00", // printer name "EMU"
                "37", "25", "00", // buffers were cleared
                "12"); // a status answer
        assertThat(heard).containsExactly("text EMU", "status 12");
    }

    @Test
    void readsAutomaticStatusAlsoAroundFlowControl() {
        receive(
                "18", // first byte: bit 4 fixed, bit 3 offline
                "13", // XOFF
                "00", // no error
                "0C", // paper end
                "0F"); // reserved, as some makers send it
        assertThat(heard).containsExactly("XOFF", "ASB 18000c0f");
    }

    @Test
    void anAutomaticStatusThatBreaksOffDoesNotSwallowAnAnswer() {
        receive(
                "10", "00", // two of four bytes
                "12"); // bit 4 is set: not the third
        assertThat(heard).containsExactly("status 12");
    }

    @Test
    void aBlockWithoutEndIsGivenUp() {
        receive("37", "22");
        for (int i = 0; i < 200; i++) {
            stream.accept(0x55); // does not stop
        }
        receive("00", "12");
        assertThat(heard).containsExactly("status 12");
    }

    private void receive(String... bytes) {
        for (String one : bytes) {
            stream.accept(Integer.parseInt(one, 16));
        }
    }
}
