package io.changbai.journey.internal;

import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.api.signal.PowerSupply;
import io.changbai.device.api.speech.SpeechOutput;
import io.changbai.documents.Documents;
import io.changbai.identity.Identity;
import io.changbai.journey.Intent;
import io.changbai.journey.Journey;
import io.changbai.journey.VisitView;
import io.changbai.resident.services.ResidentServices;
import io.changbai.transactions.Transactions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Puts one visit machine together with the rooms below, and gives it its thread {@code journey}. */
@Component(service = Journey.class, configurationPid = "changbai.journey")
@Designate(ocd = VisitJourney.Config.class)
public final class VisitJourney implements Journey {

    @ObjectClassDefinition(
            name = "Journey",
            description = "How long a visit waits for a person, and its first language.")
    @interface Config {
        @AttributeDefinition(
                description = "Language of the attract screen.",
                options = {@Option(value = "zh-CN", label = "中文"), @Option(value = "en", label = "English")})
        String language() default "zh-CN";

        @AttributeDefinition(
                description = "Seconds without a touch before anyone is identified, its warning included.",
                min = "30",
                max = "600")
        int nobody_known_seconds() default 45;

        @AttributeDefinition(
                description = "Seconds without a touch on a personal screen until the warning.",
                min = "30",
                max = "600")
        int personal_seconds() default 60;

        @AttributeDefinition(
                description = "Seconds of warning until a personal screen is wiped.",
                min = "20",
                max = "120")
        int personal_warning_seconds() default 30;

        @AttributeDefinition(
                description = "Seconds for taking paper and card, its warning included.",
                min = "40",
                max = "600")
        int paper_seconds() default 60;

        @AttributeDefinition(
                description = "Seconds between two tries to settle interrupted transactions.",
                min = "5",
                max = "3600")
        int reconcile_seconds() default 60;
    }

    private final VisitThread thread;
    private final Printers printers = new Printers();
    private final Surroundings surroundings;
    private final VisitMachine machine;
    private final Touches touches;
    private final ExecutorService settling;

    @Activate
    public VisitJourney(
            @Reference Identity identity,
            @Reference ResidentServices services,
            @Reference Transactions transactions,
            @Reference Documents documents,
            Config config) {
        this(
                new Rooms(identity, services, transactions, documents),
                timers(config),
                config.language(),
                new JourneyThread(),
                settlingThread());
    }

    /** The rooms a visit goes through. */
    record Rooms(Identity identity, ResidentServices services, Transactions transactions, Documents documents) {}

    VisitJourney(Rooms rooms, Timers timers, String language, VisitThread thread, ExecutorService settling) {
        this.thread = thread;
        this.settling = settling;
        this.surroundings = new Surroundings(this::surroundingsChanged);
        Capabilities capabilities =
                new Capabilities(rooms.services(), rooms.identity(), rooms.transactions(), printers, surroundings);
        this.machine =
                new VisitMachine(thread, timers, new Screens(capabilities, rooms.identity()), capabilities, language);
        machine.addListener(view -> surroundings.follow(view.screen()));
        Reconciler reconciler = new Reconciler(thread, settling, rooms.services()::reconcile, timers.reconcile());
        Steps steps = new Steps(rooms.transactions());
        Printing printing = new Printing(machine, printers, rooms.documents(), steps);
        Ending ending = new Ending(machine, capabilities, steps);
        new Beginning(machine, capabilities, rooms.identity()).register();
        new Submitting(machine, capabilities, rooms.services(), reconciler::somethingIsOpen).register();
        printing.register();
        ending.register();
        this.touches = new Touches(machine, capabilities, rooms.services(), printing, ending);
        machine.start();
        reconciler.start();
    }

    private static Timers timers(Config config) {
        Timers standard = Timers.STANDARD;
        return new Timers(
                Duration.ofSeconds(config.nobody_known_seconds()),
                standard.nobodyKnownWarning(),
                Duration.ofSeconds(config.personal_seconds()),
                Duration.ofSeconds(config.personal_warning_seconds()),
                Duration.ofSeconds(config.paper_seconds()),
                standard.paperWarning(),
                standard.end(),
                standard.look(),
                standard.reader(),
                standard.rearm(),
                standard.submit(),
                standard.print(),
                standard.page(),
                Duration.ofSeconds(config.reconcile_seconds()));
    }

    /** What comes after the end is dropped. */
    private static ExecutorService settlingThread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "journey-settling");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        settling.shutdownNow();
        thread.execute(machine::stop);
        thread.execute(surroundings::dark);
        if (thread instanceof JourneyThread own) {
            own.end();
        }
        settling.awaitTermination(2, TimeUnit.SECONDS);
    }

    @Override
    public VisitView view() {
        return machine.view();
    }

    @Override
    public Subscription onView(Consumer<VisitView> listener) {
        thread.execute(machine.guarded(() -> machine.addListener(listener)));
        return () -> thread.execute(() -> machine.removeListener(listener));
    }

    @Override
    public void intent(Intent intent) {
        thread.execute(machine.guarded(() -> touches.touched(intent)));
    }

    private void surroundingsChanged() {
        thread.execute(machine.guarded(machine::lookAround));
    }

    /** For tests of this room: what the visit of the moment knows. */
    Visit visit() {
        return machine.visit();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addDocumentPrinter(DocumentPrinter printer) {
        printers.set(printer);
    }

    void removeDocumentPrinter(DocumentPrinter printer) {
        printers.unset(printer);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addReceiptPrinter(ReceiptPrinter printer) {
        printers.set(printer);
    }

    void removeReceiptPrinter(ReceiptPrinter printer) {
        printers.unset(printer);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSocialCardReader(SocialCardReader reader) {
        printers.set(reader);
    }

    void removeSocialCardReader(SocialCardReader reader) {
        printers.unset(reader);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addCabinet(Cabinet cabinet) {
        surroundings.set(cabinet);
    }

    void removeCabinet(Cabinet cabinet) {
        surroundings.unset(cabinet);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addPowerSupply(PowerSupply power) {
        surroundings.set(power);
    }

    void removePowerSupply(PowerSupply power) {
        surroundings.unset(power);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSpeechOutput(SpeechOutput speech) {
        surroundings.set(speech);
    }

    void removeSpeechOutput(SpeechOutput speech) {
        surroundings.unset(speech);
    }
}
