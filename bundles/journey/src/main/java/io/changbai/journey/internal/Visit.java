package io.changbai.journey.internal;

import io.changbai.device.api.print.VisitToken;
import io.changbai.documents.Receipt;
import io.changbai.identity.Person;
import io.changbai.resident.services.Performance;
import io.changbai.resident.services.ResidentService;
import io.changbai.resident.services.Submission;
import io.changbai.transactions.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything one visit knows, in one place, so that {@link #wipe} reaches all of it. Only the journey thread touches it.
 */
final class Visit {

    /** Random; says nothing of the person. The right to print dies with the visit. */
    final VisitToken token = VisitToken.begin(UUID.randomUUID().toString());

    String language;
    ResidentService service;
    Person person;
    Performance performance;
    Map<String, String> chosen = new LinkedHashMap<>();
    List<Performance.Choice> options = List.of();
    int field;
    String faceProof;

    int identifyTries;
    String identifyProblem;
    int faceTries;
    String faceProblem;
    String faceHint;

    Submission.Done done;
    Transaction transaction;
    Receipt slip;
    boolean documentPrinted;
    boolean receiptTried;
    boolean receiptPrinted;
    boolean paperTaken;
    /** The outlet's sensor has seen the receipt. */
    boolean receiptLay;
    /** The outlet's sensor saw it go. */
    boolean receiptTaken;

    String problem;
    String caseNumber;

    Visit(String language) {
        this.language = language;
    }

    /** Ends the right to print and forgets everything but the language, which the last screen still needs. */
    void wipe() {
        token.end();
        service = null;
        person = null;
        performance = null;
        chosen = new LinkedHashMap<>();
        options = List.of();
        faceProof = null;
        done = null;
        transaction = null;
        slip = null;
        problem = null;
        caseNumber = null;
    }

    /** Whether everything personal is gone. */
    boolean isWiped() {
        return !token.isLive()
                && person == null
                && performance == null
                && chosen.isEmpty()
                && options.isEmpty()
                && faceProof == null
                && done == null
                && transaction == null
                && slip == null
                && caseNumber == null;
    }

    boolean expectsDocument() {
        return service.needs().contains(ResidentService.Capability.DOCUMENT_PRINTER);
    }
}
