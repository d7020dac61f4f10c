package io.changbai.device.link.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tcp://",
                "tcp://host",
                "tcp://host:0",
                "tcp://host:70000",
                "tcp://host:1/path",
                "tcp://host:1?x",
                "serial:",
                "serial:ttyS0",
                "serial:/dev/ttyS0?baud=fast",
                "serial:/dev/ttyS0?parity=even",
                "serial:/dev/ttyS0?baud=9600&flow=dsr",
                "http://host:80",
                "hidraw:",
                "hidraw:hidraw0",
                "hidraw:/etc/passwd",
                "hidraw:/dev/../etc/passwd",
                "hidraw:/dev/hidraw0;reboot",
                "tcp://not a uri:1"
            })
    void refusesOtherFormsAndNamesTheAllowedOnes(String text) {
        assertThatThrownBy(() -> ChannelUri.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining(
                        "serial:/dev/<port>?baud=<speed>, the same with &flow=rtscts or &flow=xonxoff, hidraw:/dev/<node> or tcp://<host>:<port>");
    }

    @Test
    void readsPathAndSpeedOfASerialPort() {
        assertThat(ChannelUri.parse("serial:/dev/serial/by-id/usb-1?baud=9600"))
                .isEqualTo(new ChannelUri.Serial("/dev/serial/by-id/usb-1", 9600, ChannelUri.Flow.NONE));
        assertThat(ChannelUri.parse("serial:/dev/ttyUSB0"))
                .isEqualTo(new ChannelUri.Serial("/dev/ttyUSB0", 115_200, ChannelUri.Flow.NONE));
        assertThat(ChannelUri.parse("serial:/dev/ttyUSB0?baud=19200&flow=rtscts"))
                .isEqualTo(new ChannelUri.Serial("/dev/ttyUSB0", 19_200, ChannelUri.Flow.RTSCTS));
    }

    @Test
    void readsHostAndPortOfABox() {
        assertThat(ChannelUri.parse("tcp://127.0.0.1:18001")).isEqualTo(new ChannelUri.Tcp("127.0.0.1", 18001));
    }

    @Test
    void readsTheNodeOfAHidDevice() {
        assertThat(ChannelUri.parse("hidraw:/dev/hidraw0")).isEqualTo(new ChannelUri.Hidraw("/dev/hidraw0"));
    }
}
