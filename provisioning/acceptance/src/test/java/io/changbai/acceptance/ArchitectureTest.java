package io.changbai.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The fences the module system cannot see: who may import whom, package cycles, and who may see a face. A new room needs a
 * line in {@link #MAY_IMPORT}; moving a fence is a change to this table, made openly.
 */
@AnalyzeClasses(packages = "io.changbai", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> DRIVER = Set.of("device.api", "device.link");

    /** Who imports the door of whom; everything points down. Drivers and emulators are imported by nobody. */
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("device.api", Set.of()),
            Map.entry("device.link", Set.of()),
            Map.entry("device.emulators", Set.of()),
            Map.entry("platform.messages", Set.of()),
            Map.entry("documents", Set.of()),
            Map.entry("journal", Set.of()),
            Map.entry("card.reader", DRIVER),
            Map.entry("qr.scanner", DRIVER),
            Map.entry("face.camera", DRIVER),
            Map.entry("document.camera", DRIVER),
            // a process of its own: whoever imported it would bring OpenCV into the terminal
            Map.entry("face.engine", Set.of()),
            Map.entry("receipt.printer", DRIVER),
            Map.entry("document.printer", DRIVER),
            Map.entry("cabinet", DRIVER),
            Map.entry("pin.pad", DRIVER),
            Map.entry("device.contract", Set.of("device.api", "device.emulators")),
            Map.entry("device.check", Set.of("device.api", "device.contract")),
            Map.entry("terminal.enrolment", Set.of("journal", "platform.messages")),
            Map.entry("platform.link", Set.of("journal", "terminal.enrolment", "platform.messages")),
            Map.entry("transactions", Set.of("journal", "platform.link", "platform.messages")),
            Map.entry("telemetry", Set.of("journal", "platform.link", "platform.messages", "device.api")),
            Map.entry("identity", Set.of("platform.link", "platform.messages", "device.api")),
            Map.entry(
                    "resident.services",
                    Set.of("identity", "transactions", "documents", "platform.link", "platform.messages")),
            Map.entry("journey", Set.of("resident.services", "identity", "transactions", "documents", "device.api")),
            Map.entry("ui.gateway", Set.of("journey", "terminal.enrolment", "device.api")),
            Map.entry("kiosk.app", Set.of()),
            Map.entry("fleet", Set.of("platform.messages")),
            Map.entry("sandbox.platform", Set.of("platform.messages")),
            Map.entry(
                    "acceptance",
                    Set.of(
                            "fleet",
                            "sandbox.platform",
                            "kiosk.app",
                            "device.api",
                            "device.check",
                            "device.emulators"))));

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("io.changbai.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_IMPORT_ONLY_DOWNWARDS = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.changbai..")
            .should(importOnlyAllowedRooms());

    @ArchTest
    static final ArchRule WHAT_IS_INTERNAL_STAYS_IN_ITS_ROOM = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.changbai..")
            .should(touchNoForeignInternals());

    @ArchTest
    static final ArchRule ONLY_IDENTITY_AND_THE_CAMERA_SEE_FACES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.changbai.identity..",
                    "io.changbai.face.camera..",
                    "io.changbai.device.api..",
                    // holds every camera to its promises, before emulators or with a person who asked for it
                    "io.changbai.device.contract..",
                    "io.changbai.device.check..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.changbai.device.api.face..");

    @ArchTest
    static final ArchRule NOBODY_PRINTS_TO_STANDARD_OUT_BUT_COMMANDS = noClasses()
            .that(areRooms())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @Test
    void everyPackageBelongsToARoomOfTheTable() {
        assertThat(room("io.changbai.card.reader.internal.sam")).contains("card.reader");
        assertThat(room("io.changbai.elsewhere")).isEmpty();
    }

    private static DescribedPredicate<JavaClass> areRooms() {
        Set<String> commands = Set.of(
                "kiosk.app",
                "fleet",
                "sandbox.platform",
                "acceptance",
                "device.emulators",
                "device.check",
                "face.engine");
        return DescribedPredicate.describe(
                "are rooms of the terminal",
                type -> room(type.getPackageName())
                        .filter(name -> !commands.contains(name))
                        .isPresent());
    }

    private static ArchCondition<JavaClass> importOnlyAllowedRooms() {
        return new ArchCondition<>("import only the doors of rooms below them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Optional<String> own = room(type.getPackageName());
                if (own.isEmpty()) {
                    events.add(
                            SimpleConditionEvent.violated(type, type.getName() + " belongs to no room of the table"));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    Optional<String> other = room(dependency.getTargetClass().getPackageName());
                    boolean foreign = other.isPresent() && !other.equals(own);
                    if (foreign && !MAY_IMPORT.get(own.get()).contains(other.get())) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> touchNoForeignInternals() {
        return new ArchCondition<>("touch no other room's internals") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    boolean internal = target.startsWith("io.changbai.") && target.contains(".internal");
                    if (internal && !room(target).equals(room(type.getPackageName()))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** The room a package belongs to: the longest name of the table it begins with. */
    private static Optional<String> room(String packageName) {
        return MAY_IMPORT.keySet().stream()
                .filter(name -> (packageName + ".").startsWith("io.changbai." + name + "."))
                .reduce((a, b) -> a.length() >= b.length() ? a : b);
    }
}
