package io.changbai.identity.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.card.IdCardResult;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.face.CaptureResult;
import io.changbai.device.api.face.FaceCamera;
import io.changbai.device.api.face.Guidance;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.ScanResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A device whose one command the test ends by hand; a cancel is only noted until the test lets go. */
abstract class FakeDevice<R> implements Device {

    Availability availability = Availability.ONLINE;
    CompletableFuture<R> running;
    boolean cancelled;

    DeviceCommand<R> begin() {
        CompletableFuture<R> command = new CompletableFuture<>();
        running = command;
        cancelled = false;
        return new DeviceCommand<>() {
            @Override
            public CompletionStage<R> result() {
                return command;
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        };
    }

    boolean isArmed() {
        return running != null && !running.isDone();
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public DeviceStatus status() {
        return new DeviceStatus(availability, List.of(), List.of(), Instant.EPOCH);
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return () -> {};
    }

    static final class IdReader extends FakeDevice<IdCardResult> implements IdCardReader {
        @Override
        public DeviceKind kind() {
            return DeviceKind.ID_CARD_READER;
        }

        @Override
        public DeviceCommand<IdCardResult> read(Duration patience) {
            return begin();
        }
    }

    static final class SocialReader extends FakeDevice<SocialCardResult> implements SocialCardReader {
        @Override
        public DeviceKind kind() {
            return DeviceKind.SOCIAL_CARD_READER;
        }

        @Override
        public DeviceCommand<SocialCardResult> read(Duration patience) {
            return begin();
        }

        @Override
        public boolean cardPresent() {
            return false;
        }
    }

    static final class Scanner extends FakeDevice<ScanResult> implements QrScanner {
        @Override
        public DeviceKind kind() {
            return DeviceKind.QR_SCANNER;
        }

        @Override
        public DeviceCommand<ScanResult> scan(Duration patience) {
            return begin();
        }
    }

    static final class Camera extends FakeDevice<CaptureResult> implements FaceCamera {
        Consumer<Guidance> guidance;

        @Override
        public DeviceKind kind() {
            return DeviceKind.FACE_CAMERA;
        }

        @Override
        public DeviceCommand<CaptureResult> capture(String consentId, Duration patience, Consumer<Guidance> guidance) {
            this.guidance = guidance;
            return begin();
        }
    }
}
