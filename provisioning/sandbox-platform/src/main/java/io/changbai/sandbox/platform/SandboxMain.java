package io.changbai.sandbox.platform;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Starts the stand-in province; prints {@code SANDBOX READY http=<url>} and stays until it is ended. */
public final class SandboxMain {

    /** How long to wait for the broker before saying READY all the same; the session goes on trying. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private SandboxMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("logback.configurationFile", "sandbox-logback.xml");
        SandboxOptions options;
        try {
            options = SandboxOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("sandbox: " + e.getMessage());
            System.err.println(SandboxOptions.USAGE);
            System.exit(2);
            return;
        }
        try {
            serve(options);
        } catch (IOException | SQLException | GeneralSecurityException e) {
            System.err.println("sandbox: cannot start: " + e);
            System.exit(1);
        }
    }

    private static void serve(SandboxOptions options)
            throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        PemKeys keys = PemKeys.read(options.keys());
        Sandbox sandbox =
                new Sandbox(options.data(), options.httpPort(), options.seed(), options.publicUrl(), Clock.systemUTC());
        ResidentsFile.write(options.residentsFile(), sandbox.people());
        BrokerSession session = new BrokerSession(options.broker(), keys, sandbox.switchboard()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(session::close, "sandbox-end"));
        if (!session.awaitSubscribed(PATIENCE)) {
            System.err.println("sandbox: the broker is not there yet; trying on");
        }
        System.out.println("SANDBOX READY http=" + sandbox.url());
        System.out.flush();
        new CountDownLatch(1).await(); // until the process is ended; the ledger needs no farewell
    }
}
