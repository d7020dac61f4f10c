package io.changbai.fleet.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRightsTest {

    private final TopicRights rights = new TopicRights("changbai");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "changbai/T-10/x",
                "changbai/T-1x/y",
                "other/T-1/x",
                "changbai/+/x",
                "changbai/T-1/#",
                "$EDC/changbai/T-2/MQTT/BIRTH",
                "$EDC/changbai/fleet/TXN-V1/EXEC/x",
                "$EDC/changbai/fleet/KIOSK-V1/NOTIFY/T-2/x",
                "$SYS/broker"
            })
    void terminalMayNotWrite(String topic) {
        assertThat(rights.mayWrite("T-1", topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changbai/T-1/TXN-V1/POST/record",
                "$EDC/changbai/T-1/MQTT/LWT",
                "$EDC/changbai/fleet/KIOSK-V1/REPLY/7",
                "$EDC/changbai/sandbox-platform/KIOSK-V1/NOTIFY/T-1/progress"
            })
    void terminalMayWrite(String topic) {
        assertThat(rights.mayWrite("T-1", topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "$EDC/#",
                "$EDC/changbai/#",
                "$EDC/+/T-1/#",
                "$EDC/changbai/T-2/#",
                "$share/g",
                "changbai/T-1/#"
            })
    void terminalMayNotRead(String filter) {
        assertThat(rights.mayRead("T-1", filter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$EDC/changbai/T-1/#", "$EDC/changbai/T-1/CORE-V1/REPLY/+", "$share/g/$EDC/changbai/T-1/#"})
    void terminalMayRead(String filter) {
        assertThat(rights.mayRead("T-1", filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changbai/T-1/TXN-V1/POST/record", "other/#", "$SYS/x"})
    void centralSideMayNotWrite(String topic) {
        assertThat(rights.mayWrite("fleet", topic)).isFalse();
    }
}
