package io.changbai.platform.link.internal;

import io.changbai.platform.link.LinkStatus.LinkFault;
import java.util.Optional;

/** What one session reports, brought to the link's thread. Reports of a session that is over are dropped there. */
final class SessionLife implements MqttTransport.Events {

    private final LinkMachine machine;
    private final Mailbox mailbox;
    private Optional<Wire> wire = Optional.empty();
    private long openedAt;

    SessionLife(LinkMachine machine, Mailbox mailbox) {
        this.machine = machine;
        this.mailbox = mailbox;
    }

    void use(Wire now) {
        wire = Optional.of(now);
    }

    Optional<Wire> wire() {
        return wire;
    }

    void openedAt(long now) {
        openedAt = now;
    }

    /** When the CONNACK came, on the link's ticks. */
    long openedAt() {
        return openedAt;
    }

    @Override
    public void opened() {
        mailbox.execute(whileCurrent(() -> machine.opened(this)));
    }

    @Override
    public void subscribed() {
        mailbox.execute(whileCurrent(machine::subscribed));
    }

    @Override
    public void arrived(String topic, byte[] payload) {
        mailbox.offer(whileCurrent(() -> machine.arrived(topic, payload)));
    }

    @Override
    public void failed(LinkFault why) {
        mailbox.execute(whileCurrent(() -> machine.failed(why)));
    }

    private Runnable whileCurrent(Runnable report) {
        return () -> {
            if (machine.isCurrent(this)) {
                report.run();
            }
        };
    }
}
