package io.changbai.face.camera.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Capability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.Guidance;
import io.changbai.device.api.face.Liveness;
import io.changbai.device.api.face.QualityComponent;
import io.changbai.device.emulators.CameraEmulator;
import io.changbai.device.emulators.CameraEmulator.Sight;
import io.changbai.device.link.internal.UriFrameSource;
import io.changbai.face.camera.internal.engine.EngineTimes;
import io.changbai.face.camera.internal.engine.FaceEngine;
import io.changbai.face.camera.internal.engine.NastyEngine;
import io.changbai.face.camera.internal.engine.NoEngine;
import io.changbai.face.camera.internal.engine.ProcessFaceEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Camera, engine process and driver together: what people are told, what passes, and what never does. */
@Timeout(180)
class GuidedCaptureTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final WatchedSource source = new WatchedSource(new UriFrameSource());
    private final List<Guidance> told = new CopyOnWriteArrayList<>();
    private CameraEmulator emulator;
    private StreamFaceCamera camera;

    @BeforeEach
    void start() {
        emulator = new CameraEmulator(0).start();
        emulator.show("wang-min");
    }

    @AfterEach
    void stop() {
        if (camera != null) {
            camera.close();
        }
        emulator.close();
        assertThat(source.open).hasValue(0);
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    private void camera(FaceEngine engine, CaptureRules rules) {
        camera = Cameras.judged(source, emulator.url(), engine, rules);
        await(() -> camera.status().canServe());
    }

    private void nasty(String mood, boolean livenessRequired) {
        EngineTimes times = new EngineTimes(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1));
        camera(
                new ProcessFaceEngine(NastyEngine.command(mood), times, new SteadyClock()),
                Cameras.rules(livenessRequired));
    }

    /** The reference engine with what sites have when they configure nothing. */
    private void reference() {
        Path natives = Path.of("../face-engine/target/natives").toAbsolutePath();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.bytedeco.javacpp.cachedir=" + natives,
                "-cp",
                System.getProperty("java.class.path"),
                "io.changbai.face.engine.EngineMain");
        QualityGate gate = new QualityGate(
                "SingleFacePresent=80",
                "InterEyeDistance=37",
                "UnderExposurePrevention=50",
                "OverExposurePrevention=50",
                "LuminanceMean=30",
                "DynamicRange=30",
                "Sharpness=25",
                "EyesVisible=50",
                "HeadPoseYaw=50",
                "HeadPosePitch=50",
                "HeadPoseRoll=85");
        camera(
                new ProcessFaceEngine(command, EngineTimes.STANDARD, new SteadyClock()),
                new CaptureRules(gate, false, Duration.ofSeconds(5)));
    }

    private DeviceCommand<CaptureResult> begin(Duration patience) {
        return camera.capture("consent", patience, told::add);
    }

    private CaptureResult capture(Duration patience) {
        return end(begin(patience));
    }

    private static CaptureResult end(DeviceCommand<CaptureResult> command) {
        try {
            return command.result().toCompletableFuture().get(90, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spoof", "unsure"})
    void whatIsNotKnownToLiveNeverPasses(String mood) {
        nasty(mood, false);
        Liveness expected = mood.equals("spoof") ? Liveness.SPOOF : Liveness.UNSURE;
        assertThat(capture(Duration.ofSeconds(mood.equals("spoof") ? 60 : 12)))
                .isEqualTo(new CaptureResult.NotLive(expected));
        assertThat(source.frames).allSatisfy(frame -> assertThat(frame).containsOnly(0));
    }

    @Test
    void aFaceNobodyCheckedPassesOnlyWhereTheSiteIsContentWithThat() {
        nasty("notChecked", true);
        assertThat(capture(LONG)).isEqualTo(new CaptureResult.NotLive(Liveness.NOT_CHECKED));
        camera.close();
        nasty("notChecked", false);
        assertThat(capture(LONG)).isInstanceOfSatisfying(CaptureResult.Captured.class, captured -> {
            assertThat(captured.liveness()).isEqualTo(Liveness.NOT_CHECKED);
            assertThat(captured.quality().of(QualityComponent.SHARPNESS)).isEqualTo(90);
        });
        assertThat(camera.capabilities())
                .containsExactlyInAnyOrder(Capability.SCORES_FACES, Capability.CHECKS_LIVENESS);
        assertThat(camera.information().firmware()).isEqualTo("nasty 1");
    }

    @Test
    void withoutAnEngineNobodyIsSaidToHaveLooked() {
        nasty("unavailable", false);
        assertThat(capture(LONG)).isInstanceOfSatisfying(CaptureResult.Captured.class, captured -> {
            assertThat(captured.liveness()).isEqualTo(Liveness.NOT_CHECKED);
            assertThat(captured.quality().scores()).isEmpty();
        });
        assertThat(camera.capabilities()).isEmpty();
        camera.close();
        camera(new NoEngine(), Cameras.rules(true));
        assertThat(capture(LONG)).isEqualTo(new CaptureResult.NotLive(Liveness.NOT_CHECKED));
    }

    @Test
    void anEngineThatKeepsFailingIsAFaultAndNoPicture() {
        nasty("crashes", false);
        assertThat(capture(Duration.ofSeconds(12))).isEqualTo(new CaptureResult.Failed(CameraFaults.ENGINE));
        await(() -> camera.status().faults().contains(CameraFaults.ENGINE));
        assertThat(camera.status().canServe()).isTrue();
        assertThat(source.frames).allSatisfy(frame -> assertThat(frame).containsOnly(0));
    }

    @Test
    void aPersonWhoStaysTooFarIsToldAndNoPictureIsTaken() {
        nasty("far", false);
        assertThat(capture(Duration.ofSeconds(10))).isEqualTo(new CaptureResult.NoFace(Optional.of(Guidance.CLOSER)));
        assertThat(told).containsExactly(Guidance.CLOSER);
    }

    @Test
    void aStreamOfGarbageIsAFaultAndClearedByTheNextGoodCapture() {
        camera(new NoEngine(), Cameras.rules(false));
        emulator.garbage(true);
        assertThat(capture(LONG)).isEqualTo(new CaptureResult.Failed(CameraFaults.NO_PICTURES));
        await(() -> camera.status().faults().contains(CameraFaults.NO_PICTURES));
        emulator.garbage(false);
        assertThat(capture(LONG)).isInstanceOf(CaptureResult.Captured.class);
        await(() -> camera.status().faults().isEmpty());
    }

    @Test
    void aFrozenStreamIsAFault() {
        camera(new NoEngine(), Cameras.rules(false));
        emulator.freeze(true);
        assertThat(capture(LONG)).isEqualTo(new CaptureResult.Failed(CameraFaults.NO_PICTURES));
    }

    @Test
    void aSlowCameraIsWaitedFor() {
        camera(new NoEngine(), Cameras.rules(false));
        emulator.slow(true);
        assertThat(capture(LONG)).isInstanceOf(CaptureResult.Captured.class);
    }

    @ParameterizedTest
    @CsvSource({
        "FAR, CLOSER",
        "TWO, ONE_PERSON",
        "TURNED, LOOK_STRAIGHT",
        "BLURRED, HOLD_STILL",
        "OVEREXPOSED, LESS_LIGHT"
    })
    void theReferenceEngineGuidesFromEverySightToAGoodPicture(Sight sight, Guidance expected) {
        emulator.sight(sight);
        reference();
        DeviceCommand<CaptureResult> command = begin(LONG);
        await(() -> !told.isEmpty());
        assertThat(told).startsWith(expected);
        emulator.sight(Sight.WELL);
        assertThat(end(command)).isInstanceOfSatisfying(CaptureResult.Captured.class, captured -> {
            assertThat(captured.quality().of(QualityComponent.INTER_EYE_DISTANCE))
                    .isGreaterThanOrEqualTo(37);
            assertThat(captured.liveness()).isEqualTo(Liveness.NOT_CHECKED);
        });
        assertThat(camera.capabilities()).containsExactly(Capability.SCORES_FACES);
    }

    @Test
    void theReferenceEngineTellsDarknessFromNobody() {
        emulator.showNobody();
        reference();
        DeviceCommand<CaptureResult> command = begin(LONG);
        await(() -> told.contains(Guidance.STAND_HERE));
        emulator.dark(true);
        await(() -> told.contains(Guidance.MORE_LIGHT));
        emulator.dark(false);
        emulator.show("wang-min");
        assertThat(end(command)).isInstanceOf(CaptureResult.Captured.class);
        assertThat(camera.status().faults()).isEmpty();
    }
}
