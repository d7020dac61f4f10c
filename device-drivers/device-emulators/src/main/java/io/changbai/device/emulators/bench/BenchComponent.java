package io.changbai.device.emulators.bench;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a bench up beside the terminal, only where it is configured; never on the production image. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "changbai.bench",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = BenchComponent.Config.class)
public final class BenchComponent {
    private static final Logger LOG = LoggerFactory.getLogger(BenchComponent.class);

    private volatile Bench bench;
    private final Thread thread;

    @ObjectClassDefinition(
            name = "Bench",
            description = "Emulated devices for development, and the panel to handle them.")
    @interface Config {
        @AttributeDefinition(
                description = "The devices listen on the next five ports, the panel on the ninetieth.",
                min = "1024",
                max = "65000")
        int port_base() default 18000;

        @AttributeDefinition(
                description = "The port on which the virtual PC/SC reader (vsmartcard-vpcd) listens.",
                min = "1",
                max = "65535")
        int vpcd_port() default 35963;

        @AttributeDefinition(
                description =
                        "The file of synthetic residents that the sandbox writes, relative to the data directory; it may appear later.")
        String residents() default "residents.json";

        @AttributeDefinition(
                description =
                        "The folder in which printed paper is kept as PNG and PDF, relative to the data directory.")
        String output() default "paper";

        @AttributeDefinition(
                description = "A folder whose PDFs the panel shows as A4 paper too (ippeveprinter's spool), or empty.")
        String spool() default "";
    }

    @Activate
    public BenchComponent(BundleContext context, Config config) {
        this(settings(Optional.ofNullable(context.getProperty("changbai.data")).orElse("."), config));
    }

    BenchComponent(BenchSettings settings) {
        thread = new Thread(() -> open(settings), "bench");
        thread.start();
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        thread.join();
        Bench open = bench;
        if (open != null) {
            open.close();
        }
    }

    private static BenchSettings settings(String data, Config config) {
        Path base = Path.of(data);
        Optional<Path> spool =
                Optional.of(config.spool()).filter(folder -> !folder.isBlank()).map(base::resolve);
        return new BenchSettings(
                config.port_base(),
                config.vpcd_port(),
                base.resolve(config.residents()),
                base.resolve(config.output()),
                spool);
    }

    private void open(BenchSettings settings) {
        try {
            bench = new Bench(settings).start();
            LOG.info("The bench panel is at {}", bench.url());
        } catch (RuntimeException e) {
            LOG.error("The bench did not start", e);
        }
    }
}
