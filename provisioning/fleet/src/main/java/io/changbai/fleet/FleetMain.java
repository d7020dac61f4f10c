package io.changbai.fleet;

import io.changbai.fleet.FleetOptions.BadOptionException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
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
        serve(options);
    }

    private static void serve(FleetOptions options) throws InterruptedException {
        try {
            Fleet fleet = Fleet.start(options, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "fleet-end"));
            System.out.println("FLEET READY http=" + fleet.consoleUrl() + " enrol=" + fleet.enrolmentUrl());
            new CountDownLatch(1).await();
        } catch (IOException | JavalinBindException e) {
            // What the person who starts it can mend; the rest is a defect and shows its stack.
            System.err.println("fleet does not start: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(FleetMain.class).error("fleet does not start", e);
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
