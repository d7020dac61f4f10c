package io.changbai.resident.services;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** One service being performed for one person in one visit. Used by one thread; dropped when the visit ends. */
public interface Performance {

    /** The choices to offer for one field of the service, the usual one first. Values known to the platform are not asked. */
    List<Choice> choices(String field);

    /** What the resident confirms before anything is sent: message keys and values for the screen. */
    Map<String, String> review(Map<String, String> chosen);

    /**
     * Begins the transaction, sends it, and gives what came of it. At most once per performance.
     *
     * @param faceProof proof of a verified face
     * @return never completes exceptionally for anything the platform, the network or the disk do
     */
    CompletionStage<Submission> submit(Map<String, String> chosen, String faceProof);

    /**
     * One thing to pick.
     *
     * @param value what {@code chosen} holds when it is picked
     * @param texts by language
     */
    record Choice(String value, Map<String, String> texts) {}
}
