package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.Device.Subscription;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** What every device holds to, of whatever class. */
@Timeout(300)
public interface DeviceContract {

    /** The device under test; plugged in, with nothing to read and paper loaded. The same at each call in one test. */
    Device device();

    /** What can be done to it. */
    Hands hands();

    /** The class of device it must be. */
    DeviceKind expectedKind();

    /** Ends the driver, as the framework does when its configuration is taken away. */
    void close();

    @Test
    default void saysWhatItIsFromTheStart() {
        assertThat(device().id()).matches("[a-z]+(-[a-z0-9]+)*");
        assertThat(device().kind()).isEqualTo(expectedKind());
        assertThat(device().status()).isNotNull();
        assertThat(device().information()).isNotNull();
        assertThat(device().capabilities()).isNotNull();
    }

    @Test
    default void canServeOnceItIsPluggedIn(TestReporter reporter) {
        Stopwatch watch = Stopwatch.start();
        DeviceStatus status = Await.ready(device());
        watch.tell(reporter, "from start to ready");
        assertThat(status.faults()).noneMatch(fault -> fault.severity() == DeviceFault.Severity.FAULT);
        reporter.publishEntry("device", device().information().toString());
    }

    @Test
    default void answersWhatItsStatusIsWithoutWaitingForTheHardware(TestReporter reporter) {
        Await.ready(device());
        hands().pullCable();
        Stopwatch watch = Stopwatch.start();
        for (int i = 0; i < 1_000; i++) {
            assertThat(device().status()).isNotNull();
        }
        watch.tell(reporter, "1000 times status, while unplugged");
        assertThat(watch.elapsed()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    default void raisesItsFaultWhenTheCableIsPulledAndClearsItWhenItIsBack(TestReporter reporter) {
        Await.ready(device());
        Stopwatch noticed = Stopwatch.start();
        hands().pullCable();
        DeviceStatus gone = awaitAbsent();
        noticed.tell(reporter, "from unplugged to noticed");
        assertThat(gone.faults()).anySatisfy(fault -> {
            assertThat(fault.code()).endsWith("-NO-DEVICE");
            assertThat(fault.severity()).isEqualTo(DeviceFault.Severity.FAULT);
        });
        Stopwatch recovered = Stopwatch.start();
        hands().plugCable();
        DeviceStatus again = Await.ready(device());
        recovered.tell(reporter, "from plugged to ready again");
        assertThat(again.faults()).noneMatch(DeviceContract::isAbsence);
    }

    @Test
    default void wordsEveryFaultForWhoeverMendsIt() {
        Await.ready(device());
        hands().pullCable();
        DeviceStatus gone = awaitAbsent();
        assertThat(gone.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.code()).matches("[A-Z]{3}(-[A-Z0-9]+)+");
            assertThat(fault.mender()).isNotNull();
            assertThat(fault.text()).matches("\\p{Lu}.*\\.").hasSizeLessThan(200);
        });
        assertThat(gone.faults()).extracting(DeviceFault::code).doesNotHaveDuplicates();
    }

    @Test
    default void tellsEachChangeOnce() {
        List<DeviceStatus> told = new CopyOnWriteArrayList<>();
        Await.ready(device());
        try (Subscription subscription = device().onStatus(told::add)) {
            assertThat(subscription).isNotNull();
            hands().pullCable();
            awaitAbsent();
            hands().plugCable();
            Await.ready(device());
            Await.until(
                    "the last change is told",
                    () -> !told.isEmpty() && told.get(told.size() - 1).equals(device().status()));
        }
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i)).as("told twice").isNotEqualTo(told.get(i - 1));
        }
        assertThat(changes(told)).as("absent, and there again").containsExactly(true, false);
    }

    /** Each time the fault of absence was raised (true) or cleared (false). */
    private static List<Boolean> changes(List<DeviceStatus> told) {
        List<Boolean> changes = new ArrayList<>();
        boolean before = false;
        for (DeviceStatus each : told) {
            boolean now = each.faults().stream().anyMatch(DeviceContract::isAbsence);
            if (now != before) {
                changes.add(now);
            }
            before = now;
        }
        return changes;
    }

    @Test
    default void tellsNobodyWhoClosedTheSubscription() {
        Await.ready(device());
        List<DeviceStatus> told = new CopyOnWriteArrayList<>();
        Subscription subscription = device().onStatus(told::add);
        subscription.close();
        subscription.close();
        hands().pullCable();
        Await.status(device(), "it cannot serve", status -> !status.canServe());
        assertThat(told).isEmpty();
    }

    @Test
    default void endsItsThreadWhenItIsClosed(TestReporter reporter) {
        Await.ready(device());
        String thread = "device-" + device().id();
        assertThat(isRunning(thread)).as("a thread named " + thread).isTrue();
        Stopwatch watch = Stopwatch.start();
        close();
        Await.until("thread " + thread + " ends", () -> !isRunning(thread));
        watch.tell(reporter, "from closing to ended");
    }

    @Test
    default void endsItsThreadAlsoWhileUnplugged() {
        Await.ready(device());
        hands().pullCable();
        Await.status(device(), "it cannot serve", status -> !status.canServe());
        String thread = "device-" + device().id();
        close();
        Await.until("thread " + thread + " ends", () -> !isRunning(thread));
    }

    @Test
    default void survivesALoosePlugWithoutKeepingAThreadAFileOrMemory(TestReporter reporter) {
        ReplugStorm.over(device(), hands(), reporter);
    }

    /** Waits until the device says that it is not there, with the fault that says so. */
    private DeviceStatus awaitAbsent() {
        return Await.status(
                device(),
                "it says NO_DEVICE and raises the fault",
                status -> status.availability() == Availability.NO_DEVICE
                        && status.faults().stream().anyMatch(DeviceContract::isAbsence));
    }

    private static boolean isAbsence(DeviceFault fault) {
        return fault.code().endsWith("-NO-DEVICE");
    }

    /** Whether a thread of this name lives. */
    static boolean isRunning(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name));
    }
}
