package io.changbai.platform.link;

import java.util.List;

/** Answers commands of one application id. Contributed as a service; called on the link's command thread. */
public interface CommandHandler {

    /** For example {@code KIOSK-V1}. */
    String appId();

    /**
     * @param method {@code GET}, {@code PUT}, {@code POST}, {@code DEL} or {@code EXEC}
     * @param resources path elements after the method
     * @param body JSON, hostile until parsed; empty when there is none
     * @return 200 with a body, 400 or 404; an exception becomes 500
     */
    Answer.Answered handle(String method, List<String> resources, byte[] body);
}
