package io.changbai.document.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.emulators.IppPrinterEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printer over TLS is believed only with the certificate the site named, and only under its own name. */
class IppsTest {

    private static final char[] NO_SECRET = "changbai-test".toCharArray(); // of a key store that lives for one test

    @TempDir
    Path folder;

    private IppPrinterEmulator emulator;

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void aPrinterWithTheNamedCertificateIsAsked() throws Exception {
        start("127.0.0.1");

        assertThat(printer(PrinterTrust.of(folder.toString(), "printer.pem"))
                        .describe()
                        .takesPdf())
                .isTrue();
    }

    @Test
    void aPrinterNobodyNamedIsNotBelieved() throws Exception {
        start("127.0.0.1");

        assertThatThrownBy(() -> printer(PrinterTrust.PUBLIC).describe()).isInstanceOf(IOException.class);
        assertThat(emulator.unfinishedJobs()).isZero();
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() throws Exception {
        start("192.0.2.89");

        assertThatThrownBy(() -> printer(PrinterTrust.of(folder.toString(), "printer.pem"))
                        .describe())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFileWithoutCertificateIsSaidByItsName() throws Exception {
        start("127.0.0.1");
        Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() ->
                        printer(PrinterTrust.of(folder.toString(), "empty.pem")).describe())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("empty.pem");
    }

    private IppPrinter printer(PrinterTrust trust) {
        return new IppPrinter(URI.create(emulator.uri()), Duration.ofSeconds(10), trust);
    }

    private void start(String address) throws Exception {
        Path store = folder.resolve("printer.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=printer",
                "-ext",
                "san=ip:" + address);
        keytool("-exportcert", "-rfc", "-file", folder.resolve("printer.pem").toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, NO_SECRET);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, NO_SECRET);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        emulator = new IppPrinterEmulator(0, folder.resolve("paper"), tls).start();
    }

    /** A printer signs its own certificate; keytool comes with the JDK the project is built on. */
    private void keytool(String... arguments) throws Exception {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(List.of(arguments));
        words.addAll(List.of("-alias", "printer", "-storetype", "PKCS12", "-keystore"));
        words.add(folder.resolve("printer.p12").toString());
        words.addAll(List.of("-storepass", new String(NO_SECRET)));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
