package io.changbai.resident.services.internal;

import io.changbai.documents.Pages;
import io.changbai.documents.Receipt;
import io.changbai.identity.Person;
import io.changbai.platform.link.Question;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.resident.services.Performance.Choice;
import io.changbai.transactions.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one service does differently from the others. Holds no person and no visit. */
interface Procedure {

    /** What a person may pick for a field; only called for fields of the catalogue. */
    List<Choice> choices(String field, Person person);

    /** What the choices of a person stand for, as the rest of the procedure wants it. */
    Map<String, String> resolve(Person person, Map<String, String> chosen);

    /** Whether everything the service needs was picked, and could have been offered. */
    boolean accepts(Map<String, String> chosen);

    Map<String, String> review(Person person, Map<String, String> chosen);

    /** The same for the same key, so that it can be asked again. */
    Question question(Case asked);

    /**
     * Reads what the platform has done.
     *
     * @throws MalformedBodyException the body is not what the contract says, or is about somebody else
     */
    Issued read(Case asked, byte[] body) throws MalformedBodyException;

    /** What the resident takes home when the platform has done it and only its number is known. */
    Issued numberOnly(Case asked, String reference);

    /**
     * One submission under way.
     *
     * @param transaction names the key of everything done outside
     * @param terminalId printed on every page
     */
    record Case(
            Transaction transaction, Person person, String faceProof, Map<String, String> chosen, String terminalId) {
        @Override
        public String toString() {
            return "Case[" + transaction.id() + "]";
        }
    }

    /** What the platform has done, ready to be laid out. */
    interface Issued {
        /** Certificate or case number. */
        String reference();

        /** Lays out the A4 pages; takes its time. */
        Optional<Pages> document();

        Receipt receipt();

        Map<String, String> facts();
    }
}
