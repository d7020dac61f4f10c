package io.changbai.fleet;

import io.changbai.fleet.authority.Authority;
import io.changbai.fleet.authority.Credentials;
import io.changbai.fleet.console.ConsoleJson;
import io.changbai.fleet.console.ConsoleServer;
import io.changbai.fleet.enrolment.EnrolmentDesk;
import io.changbai.fleet.enrolment.EnrolmentServer;
import io.changbai.fleet.receiver.MqttMessageSource;
import io.changbai.fleet.receiver.Receiver;
import io.changbai.fleet.store.Database;
import io.changbai.fleet.store.DatabaseUnavailableException;
import io.changbai.fleet.store.EnrolmentCodes;
import io.changbai.fleet.store.FleetView;
import io.changbai.fleet.store.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The central side, put together: authority, database, receiver, enrolment, console. Ends in the opposite order. */
public final class Fleet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private ConsoleServer console;
    private String enrolmentUrl;

    private Fleet() {}

    /** The broker need not be there yet; the database must. */
    public static Fleet start(FleetOptions options, Clock clock) throws IOException {
        Fleet fleet = new Fleet();
        try {
            fleet.open(options, clock);
            return fleet;
        } catch (IOException | RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    /** Without the token: this is printed, and what is printed ends in log files. */
    public String consoleUrl() {
        return console.url();
    }

    public String enrolmentUrl() {
        return enrolmentUrl;
    }

    private void open(FleetOptions options, Clock clock) throws IOException {
        Path data = Files.createDirectories(options.data());
        Authority authority = Authority.open(data.resolve("authority"), clock);
        Credentials own = authority.issueClient("fleet", data.resolve("certificates"));
        Credentials server = authority.issueServer("enrolment", options.hostNames(), data.resolve("certificates"));
        Database database = ends(database(options));
        FleetView view = new FleetView(database, clock);
        MqttMessageSource source = new MqttMessageSource(options.broker(), options.account(), own, clock);
        ends(new Receiver(source, new Ledger(database), clock).start());
        EnrolmentDesk desk = new EnrolmentDesk(
                authority,
                new EnrolmentCodes(database),
                clock,
                options.account(),
                options.broker().toString());
        EnrolmentServer enrolment = ends(new EnrolmentServer(
                desk, server, options.enrolHost(), options.enrolPort(), options.enrolmentsPerMinute(), clock));
        enrolmentUrl = "https://" + options.hostNames().get(0) + ":" + enrolment.port() + "/enrol";
        ConsoleJson json = new ConsoleJson(view, clock, source::isConnected);
        console = ends(
                new ConsoleServer(view, desk, json, data.resolve("operator-token"), "127.0.0.1", options.httpPort()));
        LOG.info("authority {}", authority.fingerprint());
    }

    private static Database database(FleetOptions options) throws DatabaseUnavailableException {
        return options.database().isPresent()
                ? Database.open(options.database().get())
                : Database.embedded(options.data());
    }

    private <T extends AutoCloseable> T ends(T part) {
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) { // One part that does not end cleanly must not keep the others.
                LOG.warn("did not end cleanly", e);
            }
        }
    }
}
