package io.changbai.journey.internal;

import io.changbai.documents.Pages;
import io.changbai.documents.Receipt;
import io.changbai.identity.Person;
import io.changbai.resident.services.Performance;
import io.changbai.resident.services.ResidentService;
import io.changbai.resident.services.ResidentService.Capability;
import io.changbai.resident.services.ResidentServices;
import io.changbai.resident.services.Submission;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionEvent;
import io.changbai.transactions.TransactionRefusedException;
import io.changbai.transactions.Transactions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The two services, with submissions the test ends by hand. */
final class FakeServices implements ResidentServices {

    static final ResidentService CERTIFICATE =
            service("participation-certificate", EnumSet.allOf(Capability.class), false, List.of("period"));
    static final ResidentService PENSION = service(
            "pension-certification",
            EnumSet.of(Capability.PLATFORM, Capability.JOURNAL, Capability.FACE, Capability.RECEIPT_PRINTER),
            true,
            List.of());
    static final Receipt RECEIPT = new Receipt("凭条", List.of(), null, List.of());

    Standing standing = new Standing(true, true, "银杏路大厅");
    int open;
    int reconciliations;
    CompletableFuture<Submission> submission;
    Map<String, String> submitted;
    int submissions;
    boolean defective;

    private static ResidentService service(String id, Set<Capability> needs, boolean pensioners, List<String> fields) {
        return new ResidentService(id, Map.of("zh-CN", Map.of("title", id)), needs, pensioners, fields);
    }

    /** What a submission of {@code service} ends with when all goes well. */
    static Submission.Done done(Transactions transactions, ResidentService service) {
        boolean document = service.needs().contains(Capability.DOCUMENT_PRINTER);
        try {
            Transaction begun = transactions.begin(service.id());
            Transaction sent = transactions.advance(begun, TransactionEvent.SUBMIT, null);
            Transaction accepted = transactions.advance(sent, TransactionEvent.PLATFORM_ACCEPTED, "CB-2026-0000001");
            return new Submission.Done(
                    accepted,
                    document ? Optional.of(new Pages(new byte[] {1}, 2)) : Optional.empty(),
                    RECEIPT,
                    Map.of("fact.caseNumber", "CB-2026-0000001"));
        } catch (TransactionRefusedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<ResidentService> catalogue() {
        return List.of(CERTIFICATE, PENSION);
    }

    @Override
    public Standing standing() {
        return standing;
    }

    @Override
    public Performance perform(ResidentService service, Person person) {
        return new Performance() {
            @Override
            public List<Choice> choices(String field) {
                return List.of(new Choice("2025-11/2026-10", Map.of()), new Choice("2023-11/2026-10", Map.of()));
            }

            @Override
            public Map<String, String> review(Map<String, String> chosen) {
                return Map.of("review.name", person.maskedName(), "review.period", chosen.get("period"));
            }

            @Override
            public CompletionStage<Submission> submit(Map<String, String> chosen, String faceProof) {
                if (defective) {
                    throw new IllegalStateException("defect");
                }
                submissions++;
                submitted = chosen;
                submission = new CompletableFuture<>();
                return submission;
            }
        };
    }

    @Override
    public int reconcile() {
        reconciliations++;
        return open;
    }
}
