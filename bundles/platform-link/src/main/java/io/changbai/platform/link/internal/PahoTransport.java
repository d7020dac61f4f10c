package io.changbai.platform.link.internal;

import io.changbai.platform.link.LinkStatus.LinkFault;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.client.mqttv3.MqttException;

/**
 * MQTT by Eclipse Paho 1.2.5, used as a pipe and no more: a new client for every attempt, no reconnecting of its own, no
 * persistence, every thread ours ({@link PahoThreads}), every end forced ({@link PahoSession}).
 */
final class PahoTransport implements MqttTransport {

    private final Set<Thread> closers = ConcurrentHashMap.newKeySet();

    @Override
    public Session open(Plan plan, Events events) {
        try {
            PahoSession session = new PahoSession(plan, events, this::inBackground);
            session.connect();
            return session;
        } catch (MqttException | IllegalArgumentException e) {
            events.failed(new LinkFault("LNK-UNREACHABLE", "The broker's address cannot be used: " + plan.broker()));
            return new NoSession();
        }
    }

    /** Paho's forced end may wait for its threads, so it never happens on the link's. */
    private void inBackground(Runnable end) {
        Thread closer = new Thread(
                () -> {
                    try {
                        end.run();
                    } finally {
                        closers.remove(Thread.currentThread());
                    }
                },
                "platform-link-close");
        closer.setDaemon(true);
        closers.add(closer);
        closer.start();
    }

    @Override
    public void awaitClosed(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (Thread closer : closers) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left > 0) {
                closer.join(left);
            }
        }
    }

    private static final class NoSession implements Session {
        @Override
        public void subscribe(String filter) {}

        @Override
        public boolean publish(String topic, byte[] payload, int qos) {
            return false;
        }

        @Override
        public void disconnect() {}

        @Override
        public void close() {}
    }
}
