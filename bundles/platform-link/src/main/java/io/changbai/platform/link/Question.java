package io.changbai.platform.link;

/**
 * A question to an application of the platform.
 *
 * @param appId for example {@code CORE-V1}
 * @param method {@code GET}, {@code PUT}, {@code POST}, {@code DEL} or {@code EXEC}
 * @param resource for example {@code person/find}
 * @param body a record of platform-messages, sent as JSON
 */
public record Question(String appId, String method, String resource, Object body) {
    @Override
    public String toString() {
        return "Question[" + appId + " " + method + " " + resource + "]";
    }
}
