package io.changbai.terminal.enrolment.internal;

import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The papers on disk. {@code papers.json} is the point of no return: it names the key file it belongs to, so that a cut
 * between the two writes leaves the old papers whole.
 *
 * <pre>
 *   password              random, opens the PKCS#12 files
 *   request.p12           the key an open request was or will be made with; its alias is the code's digest
 *   terminal-&lt;digest&gt;.p12   key and certificate chain
 *   papers.json           id, account, site, broker, and which key file
 * </pre>
 */
final class PaperStore {

    private static final Logger LOG = LoggerFactory.getLogger(PaperStore.class);

    private static final String PASSWORD = "password";
    private static final String REQUEST = "request.p12";
    private static final String PAPERS = "papers.json";
    private static final String ALIAS = "terminal";

    private final DurableFolder folder;

    PaperStore(DurableFolder folder) {
        this.folder = folder;
    }

    private record PapersFile(
            String terminalId,
            String account,
            String site,
            String broker,
            String keyFile,
            String codeSha256,
            String authoritySha256) {}

    /** The papers; empty when the terminal was never enrolled. */
    Optional<StoredPapers> load() throws EnrolmentException {
        try {
            Optional<byte[]> json = folder.read(PAPERS);
            if (json.isEmpty()) {
                return Optional.empty();
            }
            PapersFile file = JsonCodec.read(json.get(), PapersFile.class);
            byte[] keys = folder.read(file.keyFile()).orElseThrow(() -> new IOException("key file missing"));
            KeyAndChain identity = open(keys, ALIAS).orElseThrow(() -> new IOException("key missing"));
            return Optional.of(new StoredPapers(
                    file.codeSha256(),
                    file.authoritySha256(),
                    file.terminalId(),
                    file.account(),
                    file.site(),
                    URI.create(file.broker()),
                    identity));
        } catch (IOException | MalformedBodyException | GeneralSecurityException | RuntimeException e) {
            throw EnrolmentException.keyStore(
                    "The terminal's papers on disk cannot be read: enrol it again with a new code.", e);
        }
    }

    /** The key for this code: the stored one if it was made for it, else a new one, stored before anybody sees it. */
    KeyAndChain keyFor(String codeDigest) throws EnrolmentException {
        try {
            Optional<KeyAndChain> stored = storedRequest(codeDigest);
            if (stored.isPresent()) {
                return stored.get();
            }
            KeyAndChain fresh = CertificateRequest.freshKey();
            folder.write(REQUEST, seal(codeDigest, fresh));
            return fresh;
        } catch (IOException | GeneralSecurityException e) {
            throw cannotStore(e);
        }
    }

    private Optional<KeyAndChain> storedRequest(String codeDigest) throws IOException {
        Optional<byte[]> file = folder.read(REQUEST);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return open(file.get(), codeDigest);
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("request.p12 cannot be read and is set aside");
            folder.setAside(REQUEST);
            return Optional.empty();
        }
    }

    void save(StoredPapers papers) throws EnrolmentException {
        String keyFile = "terminal-" + papers.codeDigest().substring(0, 16) + ".p12";
        try {
            folder.write(keyFile, seal(ALIAS, papers.identity()));
            folder.write(
                    PAPERS,
                    JsonCodec.write(new PapersFile(
                            papers.terminalId(),
                            papers.account(),
                            papers.site(),
                            papers.broker().toString(),
                            keyFile,
                            papers.codeDigest(),
                            papers.authority())));
            folder.delete(REQUEST);
        } catch (IOException | GeneralSecurityException e) {
            throw cannotStore(e);
        }
    }

    private static EnrolmentException cannotStore(Exception cause) {
        return EnrolmentException.keyStore("The terminal's papers cannot be stored: check the disk.", cause);
    }

    private byte[] seal(String alias, KeyAndChain identity) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = password();
        store.setKeyEntry(alias, identity.key(), password, identity.chain().toArray(X509Certificate[]::new));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        return bytes.toByteArray();
    }

    /** Empty when the store is sound and holds no such key. */
    private Optional<KeyAndChain> open(byte[] file, String alias) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = password();
        store.load(new ByteArrayInputStream(file), password);
        Key key = store.getKey(alias, password);
        if (!(key instanceof PrivateKey own)) {
            return Optional.empty();
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : store.getCertificateChain(alias)) {
            chain.add((X509Certificate) certificate);
        }
        return Optional.of(new KeyAndChain(own, chain));
    }

    /** Made once. It keeps the keys from lying about in a backup of single files; sealing by hardware is a later issue. */
    private char[] password() throws IOException {
        Optional<byte[]> stored = folder.read(PASSWORD);
        if (stored.isPresent()) {
            return new String(stored.get(), StandardCharsets.US_ASCII).toCharArray();
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(random);
        folder.write(PASSWORD, text);
        return new String(text, StandardCharsets.US_ASCII).toCharArray();
    }
}
