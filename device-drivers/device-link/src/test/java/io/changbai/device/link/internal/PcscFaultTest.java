package io.changbai.device.link.internal;

import static org.assertj.core.api.Assertions.assertThat;

import javax.smartcardio.CardException;
import org.junit.jupiter.api.Test;

class PcscFaultTest {

    @Test
    void findsTheReasonInTheCauseAsTheJdkHidesIt() {
        Exception cause = new Exception("SCARD_W_REMOVED_CARD");
        assertThat(PcscFault.of(new CardException("sendCommand failed", cause))).isEqualTo(PcscFault.REMOVED);
        assertThat(PcscFault.of(new CardException("SCARD_E_NO_READERS_AVAILABLE")))
                .isEqualTo(PcscFault.NO_READERS);
    }

    @Test
    void leavesEverythingElseOpen() {
        assertThat(PcscFault.of(new CardException((String) null))).isEqualTo(PcscFault.OTHER);
    }
}
