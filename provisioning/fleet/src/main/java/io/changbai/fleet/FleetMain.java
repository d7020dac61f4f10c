package io.changbai.fleet;

import io.changbai.fleet.FleetOptions.BadOptionException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** {@code serve …}: starts the central side, says so in one line, and ends with SIGTERM. */
public final class FleetMain {

    private FleetMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        useOwnLogging();
        FleetOptions options;
        try {
            options = FleetOptions.parse(arguments);
        } catch (BadOptionException e) {
            System.err.println("fleet: " + e.getMessage());
            System.err.println(FleetOptions.USAGE);
            System.exit(2);
            return;
        }
        try {
            Fleet fleet = Fleet.start(options, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "fleet-end"));
            System.out.println("FLEET READY http=" + fleet.consoleUrl() + " enrol=" + fleet.enrolmentUrl());
            new CountDownLatch(1).await();
        } catch (Exception e) {
            LoggerFactory.getLogger(FleetMain.class).error("fleet does not start: {}", e.getMessage(), e);
            System.exit(1);
        }
    }

    /** Before the first logger: without a configuration Jetty and Netty write thousands of lines. */
    private static void useOwnLogging() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "io/changbai/fleet/logback.xml");
        }
    }
}
