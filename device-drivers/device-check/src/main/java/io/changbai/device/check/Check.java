package io.changbai.device.check;

import io.changbai.device.api.Device;
import io.changbai.device.contract.Hands;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** One device being checked: its driver in a host, its configuration, and the hands. */
final class Check implements AutoCloseable {

    private static final Duration TO_COME = Duration.ofSeconds(20);
    private static final AtomicReference<Check> CURRENT = new AtomicReference<>();

    private final CheckedDevice kind;
    private final DeviceHost host;
    private final Map<String, Object> configuration;
    private final Hands hands;

    Check(CheckedDevice kind, DeviceHost host, Map<String, Object> configuration, Hands hands) {
        this.kind = kind;
        this.host = host;
        this.configuration = Map.copyOf(configuration);
        this.hands = hands;
        CURRENT.set(this);
    }

    /** The check that runs now; rules are made by JUnit and find it here. */
    static Check current() {
        Check check = CURRENT.get();
        if (check == null) {
            throw new IllegalStateException("no check runs; use ./changbai device-check");
        }
        return check;
    }

    CheckedDevice kind() {
        return kind;
    }

    Hands hands() {
        return hands;
    }

    /** Starts the driver. */
    @SuppressWarnings("unchecked")
    <D extends Device> D start() {
        host.configure(kind.pid(), configuration);
        return (D) host.device(kind.type(), kind.id(), TO_COME);
    }

    /** Ends the driver; harmless when it has ended. */
    void stop() {
        host.remove(kind.pid());
    }

    @Override
    public void close() {
        stop();
        CURRENT.set(null);
    }
}
