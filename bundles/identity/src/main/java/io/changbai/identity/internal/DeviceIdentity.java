package io.changbai.identity.internal;

import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.face.FaceCamera;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.identity.ClaimResult;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.FaceHint;
import io.changbai.identity.FaceResult;
import io.changbai.identity.Identity;
import io.changbai.identity.IdentityCommand;
import io.changbai.identity.Person;
import io.changbai.identity.internal.Readers.Armed;
import io.changbai.platform.link.Platform;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
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

/**
 * Identity over the readers and the camera that are plugged in at the moment. Readers come and go as services without
 * disturbing a claim that does not use them. One thread, {@code identity}, decides everything.
 */
@Component(service = Identity.class, configurationPid = "changbai.identity")
@Designate(ocd = DeviceIdentity.Config.class)
public final class DeviceIdentity implements Identity {

    @ObjectClassDefinition(name = "Identity", description = "How long identity waits for the platform and for a face.")
    @interface Config {
        @AttributeDefinition(description = "Seconds the platform has to answer who somebody is.", min = "1", max = "25")
        int platform_seconds() default 8;

        @AttributeDefinition(description = "Seconds the camera tries to get a usable face.", min = "3", max = "60")
        int capture_seconds() default 15;
    }

    private final Readers readers = new Readers();
    private final CoreQuestions core;
    private final Duration capturePatience;
    private final Executor thread;
    private final ExecutorService owned;
    private volatile FaceCamera camera;

    @Activate
    public DeviceIdentity(@Reference Platform platform, Config config) {
        this.core = new CoreQuestions(platform, Duration.ofSeconds(config.platform_seconds()));
        this.capturePatience = Duration.ofSeconds(config.capture_seconds());
        this.owned = new ThreadPoolExecutor( // what comes after the end is dropped
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DeviceIdentity::named, new DiscardPolicy());
        this.thread = owned;
    }

    DeviceIdentity(Platform platform, Duration deadline, Duration capturePatience, Executor thread) {
        this.core = new CoreQuestions(platform, deadline);
        this.capturePatience = capturePatience;
        this.owned = null;
        this.thread = thread;
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "identity");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        owned.shutdown();
        if (!owned.awaitTermination(2, TimeUnit.SECONDS)) {
            owned.shutdownNow();
        }
    }

    @Override
    public Set<ClaimWay> waysNow() {
        Set<ClaimWay> ways = EnumSet.noneOf(ClaimWay.class);
        if (core.canAsk()) {
            List.of(ClaimWay.values()).stream().filter(readers::serves).forEach(ways::add);
        }
        return ways;
    }

    @Override
    public boolean faceNow() {
        FaceCamera present = camera;
        return core.canAsk() && present != null && present.status().canServe();
    }

    @Override
    public IdentityCommand<ClaimResult> claim(Set<ClaimWay> ways, Duration patience) {
        Claim claim = new Claim(thread, core::who);
        thread.execute(() -> claim.begin(arm(ways, patience)));
        return claim;
    }

    private List<Armed> arm(Set<ClaimWay> ways, Duration patience) {
        return ways.stream()
                .map(way -> readers.arm(way, patience))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public IdentityCommand<FaceResult> verifyFace(Person person, String consentId, Consumer<FaceHint> hints) {
        Verification verification = new Verification(thread, image -> core.sameFace(person, consentId, image));
        thread.execute(() -> {
            FaceCamera present = camera;
            if (present == null) {
                verification.cannotBegin();
            } else {
                verification.begin(present.capture(
                        consentId, capturePatience, guidance -> hints.accept(FaceHint.valueOf(guidance.name()))));
            }
        });
        return verification;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addIdCardReader(IdCardReader reader) {
        readers.set(reader);
    }

    void removeIdCardReader(IdCardReader reader) {
        readers.unset(reader);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSocialCardReader(SocialCardReader reader) {
        readers.set(reader);
    }

    void removeSocialCardReader(SocialCardReader reader) {
        readers.unset(reader);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addQrScanner(QrScanner scanner) {
        readers.set(scanner);
    }

    void removeQrScanner(QrScanner scanner) {
        readers.unset(scanner);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addFaceCamera(FaceCamera present) {
        camera = present;
    }

    void removeFaceCamera(FaceCamera gone) {
        if (camera == gone) {
            camera = null;
        }
    }
}
