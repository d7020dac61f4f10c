package io.changbai.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "/",
                "//",
                "changbai",
                "changbai/T-1",
                "changbai//CORE-V1/EXEC/x",
                "/changbai/T-1/CORE-V1",
                "changbai/T-1/CORE-V1/",
                "changbai/+/CORE-V1/EXEC/x",
                "changbai/T-1/#",
                "$EDC",
                "$EDC/changbai",
                "$EDC/changbai/T-1",
                "$EDC/changbai/T-1/KIOSK-V1",
                "$EDC/changbai/T-1/CORE-V1/REPLY",
                "$EDC/changbai/T-1/CORE-V1/REPLY/1/2",
                "$EDC/changbai/T-1/CORE-V1/NOTIFY/x",
                "$EDC/changbai/T-1/MQTT/BIRTH/x",
                "$EDC/changbai/T-1/MQTT/birth",
                "$SYS/broker/version",
                "changbai/T-1/CORE\u0000V1",
                "changbai/T-1/\n",
                "changbai/T-1/\ud800"
            })
    void hostileTopicsAreEmpty(String topic) {
        assertThat(Topics.parse(topic)).isEmpty();
    }

    @Test
    void endlessTopicsAreEmpty() {
        assertThat(Topics.parse("a/".repeat(400) + "a")).isEmpty();
        assertThat(Topics.parse("changbai/T-1/" + "x".repeat(70_000))).isEmpty();
    }

    @Test
    void noiseNeverThrows() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder noise = new StringBuilder();
            random.ints(random.nextInt(40), 0, 128).forEach(c -> noise.append((char) c));
            assertThat(Topics.parse(noise.toString())).isNotNull();
        }
    }

    @Test
    void dataTopicsAreBuiltAndRead() {
        String topic = Topics.data("changbai", "T-1", "CORE-V1", "EXEC", "person/find");

        assertThat(topic).isEqualTo("changbai/T-1/CORE-V1/EXEC/person/find");
        assertThat(Topics.parse(topic)).contains(new Topic.Data("changbai", "T-1", "CORE-V1", "EXEC", "person/find"));
        assertThat(Topics.parse("acme/dev/W1/A1/lamp")).contains(new Topic.Data("acme", "dev", "W1", "", "A1/lamp"));
    }

    @Test
    void requestsAreBuiltAndRead() {
        String topic = Topics.request("changbai", "T-1", "KIOSK-V1", "EXEC", "service/out");

        assertThat(topic).isEqualTo("$EDC/changbai/T-1/KIOSK-V1/EXEC/service/out");
        assertThat(Topics.parse(topic))
                .contains(new Topic.Request("changbai", "T-1", "KIOSK-V1", "EXEC", List.of("service", "out")));
    }

    @Test
    void repliesGoToTheRequesterUnderTheSameAccount() {
        KuraPayload request = request("-8231", "fleet");

        Optional<String> topic = Reply.topic("changbai", "KIOSK-V1", request);

        assertThat(topic).contains("$EDC/changbai/fleet/KIOSK-V1/REPLY/-8231");
        assertThat(Topics.parse(topic.orElseThrow()))
                .contains(new Topic.Reply("changbai", "fleet", "KIOSK-V1", "-8231"));
    }

    @Test
    void noReplyWithoutBothIdsOrWithIdsThatBreakOutOfTheirLevel() {
        assertThat(Reply.topic("changbai", "X", request("1", "../fleet"))).isEmpty();
        assertThat(Reply.topic("changbai", "X", request("#", "fleet"))).isEmpty();
        assertThat(Reply.topic("changbai", "X", request("", "fleet"))).isEmpty();
        assertThat(Reply.topic("changbai", "X", payload(Map.of(Reply.REQUEST_ID, "1"))))
                .isEmpty();
        assertThat(Reply.topic("changbai", "X", payload(Map.of(Reply.REQUESTER, "fleet"))))
                .isEmpty();
        assertThat(Reply.topic("changbai", "X", payload(Map.of(Reply.REQUESTER, "f", Reply.REQUEST_ID, 7L))))
                .isEmpty();
    }

    @Test
    void noticesAreRead() {
        assertThat(Topics.parse("$EDC/changbai/fleet/DEPLOY-V2/NOTIFY/T-1/download"))
                .contains(new Topic.Notice("changbai", "fleet", "DEPLOY-V2", "T-1", "download"));
    }

    @Test
    void lifeCycleTopicsAreBuiltAndRead() {
        for (LifeCycle.Kind kind : LifeCycle.Kind.values()) {
            String topic = Topics.life("changbai", "T-1", kind);
            assertThat(topic).isEqualTo("$EDC/changbai/T-1/MQTT/" + kind);
            assertThat(Topics.parse(topic)).contains(new Topic.Life("changbai", "T-1", kind));
        }
    }

    @Test
    void buildersRefuseWhatIsNoLevel() {
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.reply("changbai", "a/b", "X", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.data("changbai", "T-1", "X", "GET", "a//b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.controlFilter("changbai", "#"));
    }

    private static KuraPayload request(String id, String requester) {
        return payload(Map.of(Reply.REQUEST_ID, id, Reply.REQUESTER, requester));
    }

    private static KuraPayload payload(Map<String, Object> metrics) {
        return new KuraPayload(Optional.empty(), Optional.empty(), metrics, Optional.empty());
    }
}
