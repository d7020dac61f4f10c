package io.changbai.resident.services.internal;

import io.changbai.documents.Documents;
import io.changbai.identity.Person;
import io.changbai.platform.link.Platform;
import io.changbai.resident.services.Performance;
import io.changbai.resident.services.ResidentService;
import io.changbai.resident.services.ResidentServices;
import io.changbai.resident.services.Submission;
import io.changbai.resident.services.internal.Procedure.Case;
import io.changbai.transactions.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The services of the catalogue in this bundle, performed against the platform. One thread, {@code resident-services}. */
@Component(service = ResidentServices.class, configurationPid = "changbai.resident-services")
@Designate(ocd = CatalogueServices.Config.class)
public final class CatalogueServices implements ResidentServices {

    @ObjectClassDefinition(name = "Resident services", description = "How long the platform may take to perform one.")
    @interface Config {
        @AttributeDefinition(description = "Seconds the platform has to perform a service.", min = "5", max = "60")
        int submit_seconds() default 25;

        @AttributeDefinition(description = "Seconds it has to say what became of one.", min = "1", max = "30")
        int outcome_seconds() default 8;

        @AttributeDefinition(description = "Seconds after a silence at which to ask what became of it, ascending.")
        int[] query_seconds() default {3, 10, 30};

        @AttributeDefinition(description = "Time zone of dates on papers and of \"this month\".")
        String zone() default "Asia/Shanghai";
    }

    private final Platform platform;
    private final Transactions transactions;
    private final Clock clock;
    private final Patience patience;
    private final Later thread;
    private final List<ResidentService> catalogue;
    private final Map<String, Procedure> procedures;
    private final Reconciliation reconciliation;
    private final UnknownSlip slip;

    @Activate
    public CatalogueServices(
            @Reference Platform platform,
            @Reference Transactions transactions,
            @Reference Documents documents,
            Config config) {
        this(
                platform,
                transactions,
                documents,
                Clock.system(ZoneId.of(config.zone())),
                new OwnThread(),
                new Patience(
                        Duration.ofSeconds(config.submit_seconds()),
                        Duration.ofSeconds(config.outcome_seconds()),
                        Arrays.stream(config.query_seconds())
                                .mapToObj(Duration::ofSeconds)
                                .toList()));
    }

    CatalogueServices(
            Platform platform,
            Transactions transactions,
            Documents documents,
            Clock clock,
            Later thread,
            Patience patience) {
        this.platform = platform;
        this.transactions = transactions;
        this.clock = clock;
        this.thread = thread;
        this.patience = patience;
        this.procedures = Map.of(
                ParticipationCertificate.ID, new ParticipationCertificate(documents, clock),
                PensionCertification.ID, new PensionCertification(clock));
        this.catalogue = new Catalogue(procedures.keySet(), Set.of(ParticipationCertificate.PERIOD)).shipped();
        this.reconciliation = new Reconciliation(platform, transactions, patience.outcome());
        this.slip = new UnknownSlip(clock, titles(catalogue));
    }

    private static Map<String, String> titles(List<ResidentService> catalogue) {
        Map<String, String> titles = new LinkedHashMap<>();
        catalogue.forEach(
                service -> titles.put(service.id(), service.texts().get("zh-CN").get("title")));
        return titles;
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        if (thread instanceof OwnThread own) {
            own.end();
        }
    }

    @Override
    public List<ResidentService> catalogue() {
        return catalogue;
    }

    @Override
    public Standing standing() {
        return platform.terminal()
                .map(terminal -> new Standing(true, platform.isConnected(), terminal.site()))
                .orElse(new Standing(false, false, ""));
    }

    @Override
    public Performance perform(ResidentService service, Person person) {
        return new OnePerformance(service, person, procedures.get(service.id()));
    }

    @Override
    public int reconcile() {
        return reconciliation.settle();
    }

    private final class OnePerformance implements Performance {
        private final ResidentService service;
        private final Person person;
        private final Procedure procedure;
        private final AtomicBoolean submitted = new AtomicBoolean();

        OnePerformance(ResidentService service, Person person, Procedure procedure) {
            this.service = service;
            this.person = person;
            this.procedure = procedure;
        }

        @Override
        public List<Choice> choices(String field) {
            return procedure.choices(field, person);
        }

        @Override
        public Map<String, String> review(Map<String, String> chosen) {
            return procedure.review(person, procedure.resolve(person, chosen));
        }

        @Override
        public CompletionStage<Submission> submit(Map<String, String> chosen, String faceProof) {
            Map<String, String> resolved = procedure.resolve(person, chosen);
            if (!submitted.compareAndSet(false, true) || !procedure.accepts(resolved)) {
                throw new IllegalStateException("submitted twice, or without what " + service.id() + " needs");
            }
            String terminalId = platform.terminal().map(Platform.Terminal::id).orElse("");
            Filing filing = new Filing(platform, transactions, thread, clock, patience, procedure, slip);
            CompletableFuture<Submission> result = filing.begin(
                    service.id(), transaction -> new Case(transaction, person, faceProof, resolved, terminalId));
            return result.whenComplete((submission, defect) -> {
                if (submission instanceof Submission.NotKnown unknown) {
                    reconciliation.takeOver(unknown.transaction());
                }
            });
        }
    }

    /** What comes after the end is dropped. */
    private static final class OwnThread implements Later {
        private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1,
                work -> {
                    Thread thread = new Thread(work, "resident-services");
                    thread.setDaemon(true);
                    return thread;
                },
                new DiscardPolicy());

        @Override
        public void execute(Runnable work) {
            executor.execute(work);
        }

        @Override
        public void after(Duration delay, Runnable work) {
            var unused = executor.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        }

        void end() throws InterruptedException {
            executor.shutdownNow();
            executor.awaitTermination(2, TimeUnit.SECONDS);
        }
    }
}
