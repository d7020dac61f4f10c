package io.changbai.fleet.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Signs what proves who is who on the wire. Its key never leaves its folder; certificates it signs are valid from one
 * hour ago, so that a terminal whose clock is a little behind can use them at once.
 */
public final class Authority {

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration TERMINAL_LIFE = Duration.ofDays(90);
    private static final Duration CENTRAL_LIFE = Duration.ofDays(365);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    /** Names with rights of their own at the broker; no terminal may be called so. */
    private static final Set<String> RESERVED = Set.of("fleet", "sandbox-platform");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Path KEY_FILE = Path.of("authority.key");
    private static final Path CERTIFICATE_FILE = Path.of("authority.pem");

    private final Path directory;
    private final Clock clock;
    private final PrivateKey key;
    private final X509Certificate certificate;

    private Authority(Path directory, Clock clock, PrivateKey key, X509Certificate certificate) {
        this.directory = directory;
        this.clock = clock;
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Opens the authority of that folder; makes it at the first call.
     *
     * @throws IOException when the folder cannot be read or written, or what it holds is not ours
     */
    public static Authority open(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        Path keyFile = directory.resolve(KEY_FILE);
        Path certificateFile = directory.resolve(CERTIFICATE_FILE);
        if (!Files.exists(keyFile)) {
            Pem.writeSecret(keyFile, Pem.text(Keys.newKeyPair().getPrivate()));
        }
        PrivateKey key = Pem.readKey(keyFile);
        // A kill between the two files leaves the key alone: it has signed nothing yet, so its certificate is made
        // again.
        if (!Files.exists(certificateFile)) {
            KeyPair pair = Keys.pairOf(key);
            Pem.write(certificateFile, Pem.text(Certificates.selfSigned(pair, life(clock, AUTHORITY_LIFE))));
        }
        return new Authority(
                directory, clock, key, Pem.readChain(certificateFile).get(0));
    }

    /** PEM file of the authority's certificate, for those who shall trust it. */
    public Path certificateFile() {
        return directory.resolve(CERTIFICATE_FILE);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** SHA-256 of the authority's certificate, upper-case hex with colons, as a technician compares it. */
    public String fingerprint() {
        return Certificates.fingerprint(certificate);
    }

    /**
     * A server's key and certificate in {@code folder}; kept when they are good for a month more and for these hosts.
     *
     * @param hosts DNS names and IP addresses clients use
     */
    public Credentials issueServer(String name, List<String> hosts, Path folder) throws IOException {
        return issue(name, CertificateUse.SERVER, hosts, folder);
    }

    /** A central client's key and certificate in {@code folder}; kept when they are good for a month more. */
    public Credentials issueClient(String name, Path folder) throws IOException {
        return issue(name, CertificateUse.CLIENT, List.of(), folder);
    }

    /**
     * Signs a terminal's key for 90 days, for TLS client authentication only.
     *
     * @return PEM, the terminal's certificate first, then the authority's
     * @throws IllegalArgumentException when the id is no possible name of a terminal
     */
    public String signTerminal(SigningRequest request, String terminalId) {
        if (!isTerminalName(terminalId)) {
            throw new IllegalArgumentException("not a terminal id: " + terminalId);
        }
        return chain(sign(request.publicKey(), terminalId, CertificateUse.CLIENT, List.of(), TERMINAL_LIFE));
    }

    /** Whether a terminal may be called so: letters, digits, {@code -} and {@code _}, and no name of the central side. */
    public static boolean isTerminalName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    private Credentials issue(String name, CertificateUse use, List<String> hosts, Path folder) throws IOException {
        Files.createDirectories(folder);
        Credentials credentials =
                new Credentials(folder.resolve(name + ".key"), folder.resolve(name + ".pem"), certificateFile());
        if (!isGood(credentials, hosts)) {
            KeyPair pair = Keys.newKeyPair();
            Pem.writeSecret(credentials.key(), Pem.text(pair.getPrivate()));
            Pem.write(credentials.chain(), chain(sign(pair.getPublic(), name, use, hosts, CENTRAL_LIFE)));
        }
        return credentials;
    }

    private boolean isGood(Credentials credentials, List<String> hosts) throws IOException {
        if (!Files.exists(credentials.key()) || !Files.exists(credentials.chain())) {
            return false;
        }
        X509Certificate leaf = Pem.readChain(credentials.chain()).get(0);
        return Certificates.isSignedBy(leaf, certificate)
                && Keys.belongTogether(Pem.readKey(credentials.key()), leaf.getPublicKey())
                && Certificates.hosts(leaf).equals(Set.copyOf(hosts))
                && leaf.getNotAfter().toInstant().minus(RENEW_BEFORE).isAfter(clock.instant());
    }

    private X509Certificate sign(
            PublicKey subject, String name, CertificateUse use, List<String> hosts, Duration life) {
        return Certificates.signed(subject, name, use, hosts, life(clock, life), key, certificate);
    }

    private String chain(X509Certificate leaf) {
        return Pem.text(leaf) + Pem.text(certificate);
    }

    private static Validity life(Clock clock, Duration duration) {
        Instant now = clock.instant();
        return new Validity(now.minus(Duration.ofHours(1)), now.plus(duration));
    }
}
