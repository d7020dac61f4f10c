package io.changbai.telemetry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TelemetryThreadTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void aDefectInOneLookDoesNotEndTheLooking() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        try (TelemetryThread thread = new TelemetryThread(Duration.ofMillis(5), Duration.ZERO, () -> {
                    second.countDown();
                    throw new IllegalStateException("defect of a driver");
                })
                .start()) {
            assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void changesInOneBreathGiveOneLook() throws Exception {
        Semaphore looked = new Semaphore(0);
        AtomicInteger looks = new AtomicInteger();
        try (TelemetryThread thread = new TelemetryThread(NEVER, Duration.ofMillis(500), () -> {
            looks.incrementAndGet();
            looked.release();
        })) {
            for (int i = 0; i < 50; i++) {
                thread.changed();
            }
            thread.start();
            assertThat(looked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            thread.changed();
            assertThat(looked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            assertThat(looks).hasValue(2);
        }
    }

    @Test
    void endsWhenClosed() {
        TelemetryThread thread = new TelemetryThread(NEVER, Duration.ZERO, () -> {}).start();
        thread.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("telemetry"));
    }
}
