package io.changbai.face.camera.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.face.Liveness;
import io.changbai.face.camera.internal.engine.FaceEngine.Condition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver's side over engines that crash, hang, lie and shout, each a real process. */
@Timeout(120)
class ProcessFaceEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Short where the test waits for it to pass; a start on a busy machine needs its seconds. */
    private static final EngineTimes TIMES =
            new EngineTimes(Duration.ofSeconds(20), Duration.ofMillis(1_500), Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private final byte[] picture = new byte[100_000];
    private ProcessFaceEngine engine;

    @AfterEach
    void nothingIsLeftBehind() {
        if (engine != null) {
            engine.close();
        }
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    private void engine(String mood) {
        engine = new ProcessFaceEngine(NastyEngine.command(mood), TIMES, new SteadyClock());
    }

    /** Asks until it answers as wanted, as a camera does with frame after frame. */
    private Judgement ask(Predicate<Judgement> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Judgement judgement = engine.judge(picture, () -> false);
        while (!wanted.test(judgement) && System.nanoTime() < end) {
            judgement = engine.judge(picture, () -> false);
        }
        assertThat(judgement).matches(wanted);
        return judgement;
    }

    private Assessment judged() {
        return ((Judgement.Judged) ask(Judgement.Judged.class::isInstance)).assessment();
    }

    @Test
    void aProgramThatIsNotThereIsNobody() {
        engine = new ProcessFaceEngine(List.of("/no/such/engine", "--now"), TIMES, new SteadyClock());
        assertThat(engine.condition()).isEqualTo(Condition.UNTRIED);
        assertThat(engine.judge(picture, () -> false)).isInstanceOf(Judgement.Nobody.class);
        assertThat(engine.condition()).isEqualTo(Condition.NONE);
        engine.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unavailable", "crashes-at-start"})
    void anEngineThatCannotWorkHereIsNobody(String mood) {
        engine(mood);
        ask(Judgement.Nobody.class::isInstance);
        assertThat(engine.condition()).isEqualTo(Condition.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crashes",
                "hangs",
                "garbage",
                "garbage-at-start",
                "oversize",
                "negative",
                "half",
                "other-id",
                "other-type",
                "no-text",
                "no-liveness",
                "score-101",
                "internal"
            })
    void anEngineThatFailsIsEndedAndTheCameraGoesOn(String mood) {
        engine(mood);
        ask(judgement -> engine.condition() == Condition.FAILS);
        assertThat(engine.judge(picture, () -> false)).isInstanceOf(Judgement.NotNow.class);
        assertThat(ProcessHandle.current().children()).as("back-off").isEmpty();
    }

    @Test
    void anEngineThatNeverSaysReadyIsEnded() {
        EngineTimes impatient = new EngineTimes(Duration.ofMillis(800), Duration.ofMillis(500), Duration.ofMinutes(1));
        engine = new ProcessFaceEngine(NastyEngine.command("silent"), impatient, new SteadyClock());
        ask(judgement -> engine.condition() == Condition.FAILS);
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void aPictureThatNobodyTakesDoesNotHoldTheDriver() throws Exception {
        List<String> command = NastyEngine.command("deaf");
        try (EngineProcess deaf = EngineProcess.start(command)) {
            long begun = System.nanoTime();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> deaf.send(EngineMessage.ASSESS, 1, new byte[1_000_000], Duration.ofMillis(300))))
                    .hasMessageContaining("does not take");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread ->
                        thread.getName().equals("device-face-camera-engine") && thread.isAlive() && !dies(thread));
    }

    private static boolean dies(Thread thread) {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    @Test
    void comesBackAfterACrash() {
        engine("crashes-once:" + folder.resolve("crashed"));
        ask(judgement -> engine.condition() == Condition.FAILS);
        assertThat(judged().liveness()).isEqualTo(Liveness.LIVE);
        assertThat(engine.condition()).isEqualTo(Condition.WORKS);
        assertThat(engine.name()).isEqualTo("nasty 1");
        assertThat(engine.checksLiveness()).isTrue();
    }

    @Test
    void aPictureItCannotReadIsNoFailure() {
        engine("unreadable");
        ask(Judgement.Unreadable.class::isInstance);
        assertThat(engine.condition()).isEqualTo(Condition.WORKS);
    }

    @Test
    void forgetsAndGoesOn() {
        engine("good");
        judged();
        engine.forget();
        assertThat(engine.condition()).isEqualTo(Condition.WORKS);
        assertThat(judged().faces()).isEqualTo(1);
    }

    @Test
    void aCancelledQuestionIsLeftAtOnceAndItsLateAnswerDropped() {
        engine("good");
        judged();
        AtomicBoolean cancelled = new AtomicBoolean(true);
        assertThat(engine.judge(picture, cancelled::get)).isInstanceOf(Judgement.NotNow.class);
        assertThat(engine.condition()).isEqualTo(Condition.WORKS);
        assertThat(judged().liveness()).isEqualTo(Liveness.LIVE);
    }

    @Test
    void isEndedWhenNobodyUsesItForLong() {
        EngineTimes brief = new EngineTimes(Duration.ofSeconds(20), Duration.ofSeconds(3), Duration.ZERO);
        engine = new ProcessFaceEngine(NastyEngine.command("good"), brief, new SteadyClock());
        judged();
        engine.rest();
        assertThat(ProcessHandle.current().children()).isEmpty();
        judged();
    }
}
