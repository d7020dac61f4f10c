package io.changbai.documents.internal;

import io.changbai.documents.Certificate;
import io.changbai.documents.Documents;
import io.changbai.documents.Pages;
import io.changbai.documents.Receipt;
import io.changbai.documents.ReceiptLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays out documents with PDFBox. A page nobody sees is drawn on the room's own thread some time after start, so that
 * neither the start nor the first resident waits for what is loaded on the first page.
 */
@Component(configurationPid = "changbai.documents")
@Designate(ocd = PdfDocuments.Config.class)
public final class PdfDocuments implements Documents {

    private static final Logger LOG = LoggerFactory.getLogger(PdfDocuments.class);

    private final List<Path> files;
    private final ReentrantLock oneAtATime = new ReentrantLock(); // parsed fonts are not made for two threads
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private FontChain chain;

    @ObjectClassDefinition(name = "Changbai documents", description = "Fonts of certificates and receipts.")
    @interface Config {
        @AttributeDefinition(description = "TrueType font files in the order in which they are asked for a character.")
        String[] fonts() default {
            "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
            "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"
        };

        @AttributeDefinition(
                min = "0",
                max = "3600",
                description = "Seconds after start at which a first page is drawn in advance, for nobody.")
        int prepare_seconds() default 20;
    }

    @Activate
    public PdfDocuments(Config config) {
        this(Stream.of(config.fonts()).map(Path::of).toList(), Duration.ofSeconds(config.prepare_seconds()));
    }

    PdfDocuments(List<Path> files, Duration prepareAfter) {
        this.files = List.copyOf(files);
        this.thread = new Thread(() -> prepare(prepareAfter), "documents");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Pages certificate(Certificate certificate) {
        return with(fonts -> {
            try {
                return new CertificateLayout(certificate, fonts).draw();
            } catch (IOException e) {
                throw new UncheckedIOException("certificate " + certificate.number() + " cannot be drawn", e);
            }
        });
    }

    @Override
    public List<ReceiptLine> receipt(Receipt receipt, int columns) {
        return ReceiptLayout.lay(receipt, columns);
    }

    @Override
    public boolean canDraw(String text) {
        return with(fonts -> fonts.canDraw(text));
    }

    @Deactivate
    void close() {
        stop.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T with(Function<FontChain, T> use) {
        oneAtATime.lock();
        try {
            if (chain == null) {
                chain = FontChain.open(files);
            }
            return use.apply(chain);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Draws a page nobody sees: loads what PDFBox loads on its first page. */
    private void prepare(Duration after) {
        try {
            if (!stop.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                certificate(new Certificate(
                        "准备", List.of(), List.of(), List.of(), List.of(), List.of(), "章", "0", "0", ""));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("documents cannot be drawn", e);
        }
    }
}
