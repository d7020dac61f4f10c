package io.changbai.terminal.enrolment.internal;

import io.changbai.terminal.enrolment.Papers;
import io.changbai.terminal.enrolment.TerminalPapers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the terminal's papers and gets them when there are none, on the thread {@code terminal-enrolment}. */
@Component(service = TerminalPapers.class, immediate = true, configurationPid = "changbai.terminal-enrolment")
@Designate(ocd = TerminalEnrolment.Config.class)
public final class TerminalEnrolment implements TerminalPapers {

    @ObjectClassDefinition(
            name = "Terminal enrolment",
            description = "Where and with what a new terminal gets its papers.")
    @interface Config {
        @AttributeDefinition(
                description =
                        "HTTPS address of the enrolment authority, without /enrol; empty on a terminal already enrolled.")
        String url() default "";

        @AttributeDefinition(
                type = AttributeType.PASSWORD,
                description = "One-time code from the work order; a changed code enrols the terminal again.")
        String code() default "";

        @AttributeDefinition(
                description = "SHA-256, 64 hex digits, of the authority's certificate: all that a new terminal trusts.")
        String authority_sha256() default "";

        @AttributeDefinition(description = "MQTT account this terminal must get; empty takes what the authority says.")
        String account() default "";
    }

    private static final Logger LOG = LoggerFactory.getLogger(TerminalEnrolment.class);

    private final Enrolment enrolment;
    private final RetryDelay retry;
    private final Thread thread = new Thread(this::run, "terminal-enrolment");
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final List<Consumer<Papers>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Papers> papers = Optional.empty();
    private volatile Optional<EnrolmentFault> fault = Optional.empty();
    private volatile boolean closed;
    private Optional<EnrolmentFault> said = Optional.empty();

    @Activate
    public TerminalEnrolment(BundleContext bundle, Config config) {
        this(
                new Settings(config.url(), config.code(), config.authority_sha256(), config.account()),
                new PaperStore(new DurableFolder(Path.of(bundle.getProperty("changbai.data"), "terminal-enrolment"))),
                Clock.systemUTC(),
                RetryDelay.standard(new Random()));
        start();
    }

    TerminalEnrolment(Settings settings, PaperStore store, Clock clock, RetryDelay retry) {
        this.enrolment = new Enrolment(settings, store, clock);
        this.retry = retry;
    }

    TerminalEnrolment start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    @Deactivate
    void close() throws InterruptedException {
        closed = true;
        enrolment.abort();
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    @Override
    public Optional<Papers> current() {
        return papers;
    }

    @Override
    public Optional<EnrolmentFault> fault() {
        return fault;
    }

    @Override
    public AutoCloseable onPapers(Consumer<Papers> listener) {
        tasks.add(() -> {
            listeners.add(listener);
            papers.ifPresent(now -> tell(listener, now));
        });
        return () -> tasks.add(() -> listeners.remove(listener));
    }

    private void run() {
        long due = System.nanoTime();
        boolean settled = false;
        while (!closed) {
            try {
                Runnable task = settled ? tasks.take() : tasks.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (task != null) {
                    task.run();
                    continue;
                }
                Outcome outcome = enrolment.attempt();
                settled = !(outcome instanceof Outcome.Again);
                due = System.nanoTime() + retry.next().toNanos();
                take(outcome);
            } catch (InterruptedException e) {
                return; // only close() interrupts
            }
        }
    }

    private void take(Outcome outcome) {
        // Old papers that hold during a failing renewal are told once, not at every attempt: the link begins anew with
        // each.
        boolean isNews = papers.isEmpty() || outcome instanceof Outcome.Enrolled;
        Optional<Papers> news = outcome.papers().filter(now -> isNews && !closed);
        // The door promises: no fault once there are papers. So the fault goes first; a failed renewal is only logged.
        fault = papers.isPresent() || news.isPresent() ? Optional.empty() : outcome.fault();
        news.ifPresent(now -> {
            papers = Optional.of(now);
            LOG.info("terminal {} has its papers", now.terminalId());
            listeners.forEach(listener -> tell(listener, now));
        });
        if (!closed && !outcome.fault().equals(said)) {
            said = outcome.fault();
            said.ifPresent(now -> LOG.warn("{} {}", now.code(), now.text()));
        }
    }

    private static void tell(Consumer<Papers> listener, Papers now) {
        try {
            listener.accept(now);
        } catch (RuntimeException defect) {
            LOG.error("a listener for papers failed", defect);
        }
    }
}
