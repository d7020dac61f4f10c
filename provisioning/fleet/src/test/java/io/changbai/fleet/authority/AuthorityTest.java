package io.changbai.fleet.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    @TempDir
    Path folder;

    private Authority authority;

    @BeforeEach
    void open() throws Exception {
        authority = Authority.open(folder, at(NOW));
    }

    @Test
    void refusesTextThatIsNoRequest() {
        assertThat(SigningRequest.parse("")).isEmpty();
        assertThat(SigningRequest.parse(null)).isEmpty();
        assertThat(SigningRequest.parse("x".repeat(100_000))).isEmpty();
        assertThat(SigningRequest.parse(
                        "-----BEGIN CERTIFICATE REQUEST-----\nMAAA\n-----END CERTIFICATE REQUEST-----\n"))
                .isEmpty();
    }

    @Test
    void refusesRequestWhoseMakerDoesNotHoldTheKey() throws Exception {
        assertThat(SigningRequest.parse(Requests.signedByAnotherKey())).isEmpty();
    }

    @Test
    void refusesRsaKey() throws Exception {
        assertThat(SigningRequest.parse(Requests.rsa())).isEmpty();
    }

    @Test
    void refusesToNameTerminalsLikeTheCentralSideOrLikeTopics() {
        SigningRequest request = request();
        for (String name : List.of("fleet", "sandbox-platform", "a/b", "+", "#", "", "a b", "x".repeat(65))) {
            assertThatThrownBy(() -> authority.signTerminal(request, name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void signsTerminalForNinetyDaysFromAnHourAgoForClientUseOnly() throws Exception {
        X509Certificate leaf = first(authority.signTerminal(request(), "T-1"));

        // The request asks to be called "fleet"; only the id counts.
        assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=T-1");
        assertThat(leaf.getExtendedKeyUsage()).containsExactly(CLIENT_AUTH);
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.getNotBefore().toInstant()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(leaf.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        leaf.verify(authority.certificate().getPublicKey());
    }

    @Test
    void neverRepeatsSerialNumbers() throws Exception {
        assertThat(first(authority.signTerminal(request(), "T-1")).getSerialNumber())
                .isNotEqualTo(first(authority.signTerminal(request(), "T-1")).getSerialNumber());
    }

    @Test
    void staysTheSameAfterReopening() throws Exception {
        assertThat(Authority.open(folder, at(NOW.plus(Duration.ofDays(400)))).fingerprint())
                .isEqualTo(authority.fingerprint())
                .matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void makesItsCertificateAgainWhenKilledBeforeItWasWritten() throws Exception {
        Files.delete(authority.certificateFile());

        assertThat(Authority.open(folder, at(NOW)).certificate().getPublicKey())
                .isEqualTo(authority.certificate().getPublicKey());
    }

    @Test
    void keepsKeysReadableByTheirOwnerOnly() throws Exception {
        Credentials server = authority.issueServer("broker", List.of("localhost"), folder);

        for (Path key : List.of(folder.resolve("authority.key"), server.key())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void issuesServersOnceUntilAMonthBeforeTheyEndOrTheirHostsChange() throws Exception {
        List<String> hosts = List.of("localhost", "127.0.0.1");
        X509Certificate first = authority.issueServer("broker", hosts, folder).certificate();

        assertThat(authority.issueServer("broker", hosts, folder).certificate()).isEqualTo(first);
        assertThat(authority.issueServer("broker", List.of("other"), folder).certificate())
                .isNotEqualTo(first);
        Authority later = Authority.open(folder, at(NOW.plus(Duration.ofDays(340))));
        X509Certificate old = authority.issueServer("broker", hosts, folder).certificate();
        assertThat(later.issueServer("broker", hosts, folder).certificate()).isNotEqualTo(old);
    }

    private static SigningRequest request() {
        return SigningRequest.parse(Requests.good("fleet")).orElseThrow();
    }

    private static X509Certificate first(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
