package io.changbai.platform.link.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.platform.link.Answer;
import io.changbai.platform.link.LinkStatus.LinkFault;
import io.changbai.platform.link.LinkStatus.State;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.operations.OperationsApi;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LinkMachineTest {

    private final Bench bench = new Bench();

    @Test
    void doesNothingWithoutPapers() {
        bench.pass(600_000);

        assertThat(bench.transport.opened).isEmpty();
        assertThat(bench.machine.state()).isEqualTo(State.NOT_ENROLLED);
    }

    @Test
    void subscribesBeforeItIsBorn() {
        bench.machine.papers(Bench.papers());
        bench.session().events.opened();
        bench.deliver();

        assertThat(bench.session().filters).containsExactly("$EDC/changbai/T-0001/#");
        assertThat(bench.session().sent).isEmpty();
        assertThat(bench.machine.state()).isEqualTo(State.CONNECTING);

        bench.session().events.subscribed();
        bench.deliver();
        assertThat(bench.machine.state()).isEqualTo(State.CONNECTED);
        assertThat(bench.session().sent).singleElement().satisfies(birth -> {
            assertThat(birth.topic()).isEqualTo("$EDC/changbai/T-0001/MQTT/BIRTH");
            assertThat(birth.qos()).isEqualTo(1);
            assertThat(birth.payload().metrics())
                    .containsEntry(OperationsApi.METRIC_BOOT_ID, "boot-1")
                    .allSatisfy((name, value) -> assertThat(value).isInstanceOf(String.class));
        });
    }

    @Test
    void theWillIsEmptyAndOnItsTopic() {
        bench.machine.papers(Bench.papers());

        assertThat(bench.session().plan.will()).isEmpty();
        assertThat(bench.session().plan.willTopic()).isEqualTo("$EDC/changbai/T-0001/MQTT/LWT");
        assertThat(bench.session().plan.clientId()).isEqualTo("T-0001");
    }

    @Test
    void givesUpOnABrokerThatNeverAnswers() {
        bench.machine.papers(Bench.papers());

        bench.pass(9_999);
        assertThat(bench.machine.state()).isEqualTo(State.CONNECTING);
        bench.pass(1);

        assertThat(bench.machine.state()).isEqualTo(State.BACKING_OFF);
        assertThat(bench.machine.fault()).map(LinkFault::code).contains("LNK-SILENT");
        assertThat(bench.session().closed).isTrue();
    }

    @Test
    void givesUpOnABrokerThatNeverConfirmsTheSubscription() {
        bench.machine.papers(Bench.papers());
        bench.session().events.opened();
        bench.deliver();

        bench.pass(10_000);

        assertThat(bench.machine.state()).isEqualTo(State.BACKING_OFF);
        assertThat(bench.session().closed).isTrue();
    }

    @Test
    void backsOffLongerEachTimeUpToAMinuteWithANewSessionForEachAttempt() {
        bench.machine.papers(Bench.papers());
        long[] longest = {2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000};
        for (long most : longest) {
            int attempts = bench.transport.opened.size();
            bench.lose("LNK-UNREACHABLE");
            bench.pass(most / 2 - 1);
            assertThat(bench.transport.opened).hasSize(attempts);
            bench.pass(most / 2 + 2);
            assertThat(bench.transport.opened).hasSize(attempts + 1);
        }
    }

    @Test
    void reportsOfASessionThatIsOverAreDropped() {
        bench.up();
        FakeTransport.FakeSession old = bench.session();
        bench.lose("LNK-UNREACHABLE");
        bench.pass(2_000);

        old.events.opened();
        old.events.subscribed();
        old.fail("LNK-UNREACHABLE");
        bench.deliver();

        assertThat(bench.machine.state()).isEqualTo(State.CONNECTING);
        assertThat(old.closed).isTrue();
    }

    @Test
    void saysGoodbyeBeforeItGoes() {
        bench.up();

        bench.machine.stop();

        assertThat(bench.session().sentTo("/MQTT/DC"))
                .singleElement()
                .satisfies(dc -> assertThat(dc.qos()).isZero());
        assertThat(bench.session().disconnected).isTrue();
        assertThat(bench.machine.state()).isEqualTo(State.STOPPED);
        bench.machine.papers(Bench.papers());
        assertThat(bench.machine.state()).isEqualTo(State.STOPPED);
    }

    @Test
    void newPapersBeginANewSession() {
        bench.up();

        bench.machine.papers(Bench.papers());

        assertThat(bench.transport.opened).hasSize(2);
        assertThat(bench.transport.opened.get(0).closed).isTrue();
    }

    @Test
    void appsAreSentOnceWhenHandlersChangeTogether() {
        bench.up();
        bench.desk.add(Bench.handler("KIOSK-V1", (m, r) -> new Answer.Answered(200, new byte[0])));
        bench.machine.handlersChanged();
        bench.desk.add(Bench.handler("OTHER-V1", (m, r) -> new Answer.Answered(200, new byte[0])));
        bench.machine.handlersChanged();

        bench.pass(5_000);

        assertThat(bench.session().sentTo("/MQTT/APPS"))
                .singleElement()
                .satisfies(apps ->
                        assertThat(apps.payload().metrics()).containsEntry("application_ids", "KIOSK-V1,OTHER-V1"));
    }

    @Test
    void aQuestionIsAnswered() {
        bench.up();

        CompletableFuture<Answer> answer = bench.ask("q-1", 5_000);

        assertThat(bench.session().sentTo("CORE-V1")).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo("changbai/T-0001/CORE-V1/EXEC/person/find");
            assertThat(sent.payload().metrics())
                    .containsEntry(Reply.REQUEST_ID, "q-1")
                    .containsEntry(Reply.REQUESTER, "T-0001")
                    .containsEntry(OperationsApi.METRIC_BOOT_ID, "boot-1")
                    .containsEntry(OperationsApi.METRIC_SCHEMA, 1);
        });
        assertThat(answer).isNotDone();
        bench.answer("CORE-V1", "q-1", 404);
        assertThat(answer.join())
                .isInstanceOfSatisfying(
                        Answer.Answered.class,
                        answered -> assertThat(answered.code()).isEqualTo(404));
    }

    @Test
    void aQuestionWithoutASessionWasCertainlyNotSent() {
        assertThat(bench.ask("q-1", 5_000).join()).isEqualTo(new Answer.NotSent());
    }

    @Test
    void aQuestionTheSessionDoesNotTakeWasCertainlyNotSent() {
        bench.up();
        bench.session().takes = false;

        assertThat(bench.ask("q-1", 5_000).join()).isEqualTo(new Answer.NotSent());
    }

    @Test
    void aQuestionWhoseTimeIsOverBeforeSendingIsNotSent() {
        bench.up();

        assertThat(bench.ask("q-1", 0).join()).isEqualTo(new Answer.NotSent());
        assertThat(bench.session().sentTo("CORE-V1")).isEmpty();
    }

    @Test
    void noAnswerInTimeIsNoAnswerAndALateOneIsDropped() {
        bench.up();
        CompletableFuture<Answer> answer = bench.ask("q-1", 5_000);

        bench.pass(5_000);

        assertThat(answer.join()).isEqualTo(new Answer.NoAnswer());
        bench.answer("CORE-V1", "q-1", 200);
        assertThat(bench.machine.state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void anAnswerAfterAShortBreakStillCounts() {
        bench.up();
        CompletableFuture<Answer> answer = bench.ask("q-1", 30_000);
        bench.lose("LNK-UNREACHABLE");
        bench.pass(2_000).up();

        bench.answer("CORE-V1", "q-1", 200);

        assertThat(answer.join()).isInstanceOf(Answer.Answered.class);
    }

    @Test
    void aQuestionOnALostSessionIsNeverCalledNotSent() {
        bench.up();
        CompletableFuture<Answer> answer = bench.ask("q-1", 5_000);
        bench.lose("LNK-UNREACHABLE");

        assertThat(answer).isNotDone();
        bench.pass(5_000);
        assertThat(answer.join()).isEqualTo(new Answer.NoAnswer());
    }

    @Test
    void questionsUnderWayAtTheEndGetNoAnswer() {
        bench.up();
        CompletableFuture<Answer> answer = bench.ask("q-1", 5_000);

        bench.machine.stop();

        assertThat(answer.join()).isEqualTo(new Answer.NoAnswer());
    }

    @Test
    void aForeignOrCodelessReplyDoesNotAnswer() {
        bench.up();
        CompletableFuture<Answer> answer = bench.ask("q-1", 5_000);

        bench.answer("OTHER-V1", "q-1", 200);
        bench.arrive(Bench.ROOT + "CORE-V1/REPLY/q-1", new byte[] {1, 2, 3});
        bench.arrive("not/a/topic/#", new byte[0]);
        bench.arrive(Bench.ROOT + "MQTT/BIRTH", new byte[0]);

        assertThat(answer).isNotDone();
    }

    @Test
    void stateIsDroppedWithoutASession() {
        bench.machine.publishState("TEL-V1", "state", new byte[] {'{', '}'});
        bench.up();
        bench.machine.publishState("TEL-V1", "state", new byte[] {'{', '}'});

        assertThat(bench.session().sentTo("changbai/T-0001/TEL-V1/POST/state")).hasSize(1);
    }

    @Test
    void threeYoungDeathsAreATakeOverAndRestLong() {
        bench.machine.papers(Bench.papers());
        for (int i = 0; i < 3; i++) {
            bench.up().pass(500);
            bench.lose("LNK-UNREACHABLE");
            if (i < 2) {
                bench.pass(10_000);
            }
        }

        assertThat(bench.machine.fault()).map(LinkFault::code).contains("LNK-TAKEN-OVER");
        int attempts = bench.transport.opened.size();
        bench.pass(149_000);
        assertThat(bench.transport.opened).hasSize(attempts);
        bench.pass(152_000);
        assertThat(bench.transport.opened).hasSizeGreaterThan(attempts);
    }

    @Test
    void aTakeOverIsOverWhenASessionHolds() {
        threeYoungDeathsAreATakeOverAndRestLong();
        if (bench.machine.state() == State.BACKING_OFF) {
            bench.pass(300_000);
        }
        bench.machine.papers(Bench.papers());
        bench.up();
        assertThat(bench.machine.fault()).map(LinkFault::code).contains("LNK-TAKEN-OVER");

        bench.pass(61_000);

        assertThat(bench.machine.fault()).isEmpty();
    }

    @Test
    void aBrokerThatIsAwayIsNoTakeOver() {
        bench.machine.papers(Bench.papers());
        for (int i = 0; i < 10; i++) {
            bench.lose("LNK-UNREACHABLE");
            bench.pass(60_000);
        }

        assertThat(bench.machine.fault())
                .map(LinkFault::code)
                .hasValueSatisfying(code -> assertThat(code).isNotEqualTo("LNK-TAKEN-OVER"));
    }
}
