package io.changbai.terminal.enrolment.internal;

import io.changbai.platform.messages.Topics;
import io.changbai.platform.messages.enrolment.EnrolmentAnswer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Believes nothing of an answer: our key, our name, a valid chain, and our authority at its end. */
final class AnswerCheck {

    private static final int LONGEST_CHAIN = 5;

    private final Settings settings;
    private final Clock clock;

    AnswerCheck(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the chain, the terminal's certificate first and the authority's last */
    List<X509Certificate> check(EnrolmentAnswer answer, KeyAndChain request) throws EnrolmentException {
        checkNames(answer);
        List<X509Certificate> chain = parse(answer.certificateChain());
        if (!Digests.sha256(chain.get(chain.size() - 1)).equals(settings.authority())) {
            throw EnrolmentException.wrongAuthority(
                    "The certificate does not end in the pinned authority: check authority.sha256.");
        }
        if (!chain.get(0).getPublicKey().equals(request.own().getPublicKey())) {
            throw EnrolmentException.refused("The authority certified another key than this terminal's.");
        }
        if (!commonNames(chain.get(0)).equals(List.of(answer.terminalId()))) {
            throw EnrolmentException.refused("The certificate's name is not the terminal id.");
        }
        validate(chain);
        return chain;
    }

    private void checkNames(EnrolmentAnswer answer) throws EnrolmentException {
        boolean named = Topics.isLevel(answer.terminalId())
                && Topics.isLevel(answer.account())
                && answer.site() != null
                && answer.certificateChain() != null;
        if (!named) {
            throw EnrolmentException.refused("The authority's answer lacks a name or the certificate.");
        }
        if (!settings.account().isEmpty() && !settings.account().equals(answer.account())) {
            throw EnrolmentException.refused("The authority put the terminal into another account than configured.");
        }
        if (!isBroker(answer.broker())) {
            throw EnrolmentException.refused("The authority's answer names no broker like ssl://host:8883.");
        }
    }

    private static boolean isBroker(String broker) {
        try {
            URI uri = new URI(broker == null ? "" : broker);
            return "ssl".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<X509Certificate> parse(String pem) throws EnrolmentException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                chain.add((X509Certificate) certificate);
            }
        } catch (CertificateException e) {
            throw EnrolmentException.refused("The authority's certificate cannot be read.");
        }
        if (chain.size() < 2 || chain.size() > LONGEST_CHAIN) {
            throw EnrolmentException.refused("The authority's answer is no chain from this terminal to the authority.");
        }
        return chain;
    }

    private static List<String> commonNames(X509Certificate certificate) {
        RDN[] names = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.CN);
        return Arrays.stream(names)
                .map(name -> IETFUtils.valueToString(name.getFirst().getValue()))
                .toList();
    }

    private void validate(List<X509Certificate> chain) throws EnrolmentException {
        try {
            int last = chain.size() - 1;
            PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(chain.get(last), null)));
            rules.setRevocationEnabled(false); // the authority that signed a second ago
            rules.setDate(Date.from(clock.instant()));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, last)), rules);
        } catch (GeneralSecurityException e) {
            throw EnrolmentException.wrongAuthority(
                    "The certificate is not validly signed by the pinned authority, or this terminal's clock is wrong.");
        }
    }
}
