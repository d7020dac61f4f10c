package io.changbai.platform.link.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.platform.link.Answer;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final String OUT = Bench.ROOT + "KIOSK-V1/EXEC/service/out";
    private static final Map<String, Object> IDS = Map.of(Reply.REQUEST_ID, "-42", Reply.REQUESTER, "fleet");

    private final Bench bench = new Bench().up();

    @BeforeEach
    void aHandler() {
        bench.desk.add(Bench.handler("KIOSK-V1", (method, resources) -> {
            if (resources.equals(List.of("defect"))) {
                throw new IllegalStateException("on purpose");
            }
            return new Answer.Answered(200, (method + resources).getBytes(StandardCharsets.UTF_8));
        }));
    }

    @Test
    void aCommandIsAnsweredToItsRequester() {
        bench.request(OUT, IDS);
        carryOut();

        assertThat(replies()).singleElement().satisfies(reply -> {
            assertThat(reply.topic()).isEqualTo("$EDC/changbai/fleet/KIOSK-V1/REPLY/-42");
            assertThat(reply.qos()).isZero();
            assertThat(reply.payload().metrics()).containsEntry(Reply.CODE, 200);
            assertThat(reply.payload().body()).hasValue("EXEC[service, out]".getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void withoutBothIdsThereIsNoReplyAndNoEffect() {
        bench.request(OUT, Map.of(Reply.REQUEST_ID, "1"));
        bench.request(OUT, Map.of(Reply.REQUESTER, "fleet"));
        bench.request(OUT, Map.of(Reply.REQUEST_ID, "1/2", Reply.REQUESTER, "fleet"));

        assertThat(bench.commands).isEmpty();
        assertThat(replies()).isEmpty();
    }

    @Test
    void anUnknownApplicationGetsNoReply() {
        bench.request(Bench.ROOT + "CMD-V1/EXEC/command", IDS);

        assertThat(replies()).isEmpty();
    }

    @Test
    void anUnknownMethodIs400() {
        bench.request(Bench.ROOT + "KIOSK-V1/SUBMIT/x", IDS);

        assertThat(codes()).containsExactly(400);
    }

    @Test
    void aHandlerThatThrowsIs500() {
        bench.request(Bench.ROOT + "KIOSK-V1/EXEC/defect", IDS);
        carryOut();

        assertThat(codes()).containsExactly(500);
    }

    @Test
    void garbageIsDropped() {
        bench.arrive(OUT, "no protobuf".getBytes(StandardCharsets.UTF_8));
        bench.arrive(OUT, new byte[0]);

        assertThat(bench.commands).isEmpty();
        assertThat(replies()).isEmpty();
    }

    @Test
    void oversizeIsDroppedPlainAndInflated() {
        byte[] large = new byte[KuraCodec.MAX_INFLATED];
        KuraPayload payload = new KuraPayload(Optional.empty(), Optional.empty(), IDS, Optional.of(large));

        bench.arrive(OUT, KuraCodec.encodePlain(payload));
        bench.arrive(OUT, KuraCodec.encode(payload));

        assertThat(KuraCodec.encode(payload)).hasSizeLessThan(10_000);
        assertThat(bench.commands).isEmpty();
        assertThat(replies()).isEmpty();
    }

    @Test
    void tooManyCommandsHear500() {
        bench.request(OUT, IDS);
        bench.request(OUT, IDS);
        bench.request(OUT, IDS);

        assertThat(codes()).containsExactly(500);
        assertThat(bench.commands).hasSize(2);
    }

    private void carryOut() {
        bench.commands.forEach(Runnable::run);
    }

    private List<FakeTransport.Sent> replies() {
        return bench.session().sentTo("/REPLY/");
    }

    private List<Object> codes() {
        return replies().stream()
                .map(reply -> reply.payload().metrics().get(Reply.CODE))
                .toList();
    }
}
