package io.changbai.acceptance.stack;

import io.changbai.fleet.authority.Authority;
import io.changbai.fleet.authority.Credentials;
import io.changbai.fleet.broker.Broker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything on one machine: broker, fleet, sandbox province, bench and terminal, each the real program in its own
 * process. Started in the order in which each needs the ones before; ended in the other order; nothing is left behind.
 */
public final class Stack implements AutoCloseable {

    /** The terminal's name in fleet; one stack has one terminal. */
    public static final String TERMINAL = "cb-890101-0001";

    private static final String SITE = "八九省一〇一县政务服务中心";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation installation;
    private final StackOptions options;
    private final Ports ports;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private Authority authority;
    private Broker broker;
    private Credentials brokerServer;
    private PrintStream brokerNotes;
    private String brokerUrl;
    private Child fleet;
    private Child sandbox;
    private Terminal terminal;
    private RunState state;
    private boolean ippEvePrinter;

    private Stack(Installation installation, StackOptions options) {
        this.installation = installation;
        this.options = options;
        this.ports = new Ports(options.portBase());
    }

    /**
     * Starts everything.
     *
     * @param notes one line for each part that is not active, and how to get it
     * @throws IOException a part did not start; what had started is ended again
     */
    public static Stack start(Installation installation, StackOptions options, PrintStream notes) throws IOException {
        Files.createDirectories(options.data());
        Stack stack = new Stack(installation, options);
        stack.started.push(DataLock.take(options.data()));
        try {
            stack.startAll(notes);
            return stack;
        } catch (IOException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll(PrintStream notes) throws IOException {
        prepareBroker(notes);
        startFleet();
        startSandbox();
        startMiddleware(notes);
        startBench();
        FleetClient operator = new FleetClient(fleetUrl());
        terminal = keep(new Terminal(installation, ports, data("terminal"), data("log"), jvmTemporary()));
        terminal.writeSite(new Terminal.Site(
                authority.fingerprint(),
                Files.exists(data("terminal").resolve("terminal-enrolment/papers.json"))
                        ? ""
                        : operator.enrolmentCode(TERMINAL, SITE),
                ippEvePrinter));
        terminal.start();
        awaitInService(operator);
        publishState();
    }

    private void prepareBroker(PrintStream notes) throws IOException {
        authority = Authority.open(data("fleet").resolve("authority"), Clock.systemUTC());
        authority.issueClient("sandbox-platform", data("sandbox").resolve("keys"));
        brokerServer = authority.issueServer("broker", List.of("localhost", "127.0.0.1"), data("broker/keys"));
        if (options.broker().isPresent()) {
            brokerUrl = options.broker().get();
            return;
        }
        brokerUrl = "ssl://localhost:" + ports.broker();
        brokerNotes = notes;
        startBroker();
        keep(this::stopBroker);
    }

    /** Starts the broker again over what it had kept. */
    public void startBroker() throws IOException {
        broker = Brokers.start(ports.broker(), brokerServer, data("broker"), brokerNotes);
    }

    /** Ends the broker, as a dead network would look to everybody. */
    public void stopBroker() {
        broker.close();
    }

    private void startFleet() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "serve",
                "--data",
                data("fleet").toString(),
                "--http-port",
                String.valueOf(ports.fleetHttp()),
                "--enrol-port",
                String.valueOf(ports.fleetEnrol()),
                "--broker",
                brokerUrl,
                "--account",
                "changbai"));
        options.database().ifPresent(url -> arguments.addAll(List.of("--database", url)));
        fleet = keep(child("fleet", installation.java("io.changbai.fleet.FleetMain", CENTRAL_JVM, arguments)));
        fleet.await(PATIENCE, () -> fleet.line("FLEET READY"));
    }

    private void startSandbox() throws IOException {
        List<String> arguments = List.of(
                "serve",
                "--data",
                data("sandbox").toString(),
                "--http-port",
                String.valueOf(ports.sandboxHttp()),
                "--broker",
                brokerUrl,
                "--keys",
                data("sandbox").resolve("keys").toString(),
                "--seed",
                "89",
                "--residents-file",
                data("residents.json").toString());
        sandbox = keep(child(
                "sandbox", installation.java("io.changbai.sandbox.platform.SandboxMain", CENTRAL_JVM, arguments)));
        sandbox.await(PATIENCE, () -> sandbox.line("SANDBOX READY"));
    }

    private void startMiddleware(PrintStream notes) throws IOException {
        Middleware middleware = new Middleware(options.data(), notes);
        middleware.pcscd().ifPresent(this::keep);
        if (options.realPrinter()) {
            Optional<Child> printer = middleware.ippEvePrinter(ports.ippEvePrinter(), data("a4-spool"));
            printer.ifPresent(this::keep);
            ippEvePrinter = printer.isPresent();
        }
    }

    private void startBench() throws IOException {
        Path site = data("bench.properties");
        Files.writeString(site, """
                changbai.bench.port.base = %d
                changbai.bench.residents = %s
                changbai.bench.output = %s
                changbai.bench.spool = %s
                """.formatted(ports.base(), data("residents.json"), data("paper"), data("a4-spool")));
        List<String> jvm = List.of("@" + installation.image("bench").resolve("conf/jvm.options"));
        Child bench = keep(child(
                "bench",
                installation.launcher(
                        "bench", jvm, List.of("--data", data("bench").toString(), "--site", site.toString()))));
        bench.await(PATIENCE, () -> Middleware.listens(ports.bench()) ? Optional.of(true) : Optional.empty());
    }

    /** READY means ready: the terminal is enrolled and connected, and fleet sees it with its devices. */
    private void awaitInService(FleetClient operator) throws IOException {
        try {
            terminal.child().await(PATIENCE, () -> isInService(operator));
        } catch (IOException e) {
            throw new IOException(
                    "fleet does not see the terminal " + TERMINAL + " in service. A terminal that enrolled with another"
                            + " database is a stranger to this one: give the same --database, or a new --data.\n"
                            + e.getMessage(),
                    e);
        }
    }

    private static Optional<Boolean> isInService(FleetClient operator) {
        try {
            return operator.terminal(TERMINAL).at("/devices").toString().contains("document-printer")
                    ? Optional.of(true)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void publishState() throws IOException {
        state = new RunState(
                ProcessHandle.current().pid(),
                terminal.kioskUrl(),
                "http://127.0.0.1:" + ports.bench(),
                fleetUrl(),
                "http://127.0.0.1:" + ports.sandboxHttp());
        state.write(options.data());
    }

    /** The terminal came up again: its URL carries a new token. */
    public void refreshState() throws IOException {
        publishState();
    }

    private String fleetUrl() throws IOException {
        String token = Files.readString(data("fleet").resolve("operator-token")).strip();
        return "http://127.0.0.1:" + ports.fleetHttp() + "/#" + token;
    }

    public RunState state() {
        return state;
    }

    public Terminal terminal() {
        return terminal;
    }

    public Ports ports() {
        return ports;
    }

    /** The broker of this stack; empty when an external one is used. */
    public Optional<Broker> broker() {
        return Optional.ofNullable(broker);
    }

    public Authority authority() {
        return authority;
    }

    public Path data(String name) {
        return options.data().resolve(name);
    }

    public Child fleet() {
        return fleet;
    }

    public Child sandbox() {
        return sandbox;
    }

    /** As after a power cut of the receiver's machine. */
    public void restartFleet() throws IOException {
        startFleet();
    }

    private static final List<String> CENTRAL_JVM =
            List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

    private Child child(String name, List<String> command) throws IOException {
        return Child.start(name, data("log"), Map.of(), command);
    }

    private Path jvmTemporary() throws IOException {
        return Files.createDirectories(data("terminal-tmp"));
    }

    /** Ends {@code child} together with the stack. */
    void owns(Child child) {
        keep(child);
    }

    private <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    /** Ends everything, last started first; one part's trouble does not keep the others alive. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("changbai: " + e.getMessage());
            }
        }
        try {
            RunState.remove(options.data());
        } catch (IOException e) {
            System.err.println("changbai: " + e.getMessage());
        }
    }
}
