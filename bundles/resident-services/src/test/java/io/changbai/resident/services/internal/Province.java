package io.changbai.resident.services.internal;

import io.changbai.documents.Certificate;
import io.changbai.documents.Documents;
import io.changbai.documents.Pages;
import io.changbai.documents.Receipt;
import io.changbai.documents.ReceiptLine;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.Person;
import io.changbai.platform.link.FakePlatform;
import io.changbai.platform.link.Question;
import io.changbai.platform.messages.core.CertificateIssued;
import io.changbai.platform.messages.core.CoreApi;
import io.changbai.platform.messages.core.Outcome;
import io.changbai.platform.messages.core.PensionCertified;
import io.changbai.resident.services.ResidentService;
import io.changbai.resident.services.Submission;
import io.changbai.transactions.InMemoryTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The doors below resident-services, scripted: platform, transactions, documents; and one resident, who does not exist. */
final class Province implements Documents {

    static final Person WANG = new Person(
            "p1", "王*民", "890***********101X", List.of("PENSION"), "2015-01", "2026-10", true, ClaimWay.ID_CARD);
    static final CertificateIssued ISSUED = new CertificateIssued(
            "CB-2026-0000001",
            "https://verify.example/CB-2026-0000001",
            "2026-11-23T11:05:01Z",
            "八九省社会保险事业管理局",
            "王小民",
            "89010119580312101X",
            "2025-11",
            "2026-10",
            List.of(new CertificateIssued.Row("PENSION", "银杏木业有限公司", "2025-11", "2026-10", 12, 512345)),
            12);
    static final PensionCertified CERTIFIED = new PensionCertified(
            "ZG-2026-0000001", "2026-11-23T11:05:01Z", "2027-11-23", "https://verify.example/ZG-1", "王*民");
    static final Map<String, String> YEAR = Map.of("period", "last-12");

    final LedTime time = new LedTime();
    final FakePlatform platform = new FakePlatform();
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final List<Certificate> laidOut = new ArrayList<>();
    boolean fontsBroken;
    final CatalogueServices services =
            new CatalogueServices(platform, transactions, this, time, time, Patience.STANDARD);

    Province() {
        platform.answer(CoreApi.APP_ID, CoreApi.ISSUE_CERTIFICATE, ISSUED);
        platform.answer(CoreApi.APP_ID, CoreApi.CERTIFY_PENSION, CERTIFIED);
    }

    void outcome(String state, String reference) {
        platform.answer(CoreApi.APP_ID, CoreApi.OUTCOME, new Outcome(state, reference));
    }

    ResidentService service(String id) {
        return services.catalogue().stream()
                .filter(service -> service.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    CompletableFuture<Submission> certificate() {
        CompletableFuture<Submission> result = services.perform(service("participation-certificate"), WANG)
                .submit(YEAR, "proof-1")
                .toCompletableFuture();
        time.settle();
        return result;
    }

    CompletableFuture<Submission> pension() {
        CompletableFuture<Submission> result = services.perform(service("pension-certification"), WANG)
                .submit(Map.of(), "proof-1")
                .toCompletableFuture();
        time.settle();
        return result;
    }

    List<String> asked() {
        return platform.asked().stream().map(Question::resource).toList();
    }

    @Override
    public Pages certificate(Certificate certificate) {
        if (fontsBroken) {
            throw new IllegalStateException("no font");
        }
        laidOut.add(certificate);
        return new Pages(new byte[] {1}, 1);
    }

    @Override
    public List<ReceiptLine> receipt(Receipt receipt, int columns) {
        return List.of();
    }

    @Override
    public boolean canDraw(String text) {
        return true;
    }
}
