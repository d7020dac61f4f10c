package io.changbai.fleet.broker;

import io.changbai.fleet.JavaProcess;
import io.changbai.fleet.authority.Authority;
import io.changbai.fleet.authority.Credentials;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process of its own that starts mosquitto and waits to be killed. */
final class BrokerParent {

    static final String READY = "ready";

    private BrokerParent() {}

    static JavaProcess start(Path data) throws Exception {
        return JavaProcess.start(BrokerParent.class, data.toString(), String.valueOf(BrokerContract.freePort()));
    }

    static BrokerSettings elsewhere(BrokerSettings like, Path data) throws Exception {
        return new BrokerSettings(like.host(), BrokerContract.freePort(), like.account(), like.server(), data);
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Authority authority = Authority.open(data.resolve("authority"), Clock.systemUTC());
        Credentials server = authority.issueServer("broker", List.of("127.0.0.1"), data.resolve("server"));
        MosquittoBroker.start(
                new BrokerSettings("127.0.0.1", Integer.parseInt(arguments[1]), "changbai", server, data));
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
