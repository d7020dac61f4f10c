package io.changbai.face.engine;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The reference engine: reads questions from its standard input until that is closed, answers on its standard output, and
 * keeps nothing. What it cannot do it does not claim: it says {@code notChecked} for liveness, always.
 */
public final class EngineMain {

    private static final int UNAVAILABLE = 69;
    private static final String NAME = "changbai-opencv";
    private static final String VERSION = "4.13.0";

    private final Assessor assessor;

    EngineMain(Assessor assessor) {
        this.assessor = assessor;
    }

    public static void main(String[] args) {
        PrintStream wire = System.out;
        System.setOut(System.err); // a library that prints must not spoil an answer
        try {
            new EngineMain(new Assessor()).serve(System.in, wire);
        } catch (LinkageError | IOException | RuntimeException e) {
            System.err.println("face-engine: " + e);
            System.exit(UNAVAILABLE);
        }
    }

    /** Until the end of {@code in}. What follows a malformed message cannot be trusted: it is refused and this ends. */
    void serve(InputStream in, OutputStream out) throws IOException {
        DataInputStream questions = new DataInputStream(in);
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(out));
        try {
            Message question = Message.read(questions);
            while (question != null) {
                Message answer = answer(question);
                question.wipe();
                answer.write(answers);
                question = Message.read(questions);
            }
        } catch (Message.Malformed e) {
            refusal(e.id, e.code).write(answers);
        }
    }

    private Message answer(Message question) {
        return switch (question.type()) {
            case Message.HELLO ->
                text(Message.READY, question.id(), "engine=" + NAME + "\nversion=" + VERSION + "\nliveness=none\n");
            case Message.ASSESS -> assessed(question);
            case Message.FORGET -> text(Message.FORGOTTEN, question.id(), "");
            default -> refusal(question.id(), "frame");
        };
    }

    private Message assessed(Message question) {
        Optional<String> lines = assessor.assess(question.payload());
        return lines.map(text -> text(Message.ASSESSED, question.id(), text))
                .orElseGet(() -> refusal(question.id(), "picture"));
    }

    private static Message refusal(int id, String code) {
        return text(Message.REFUSED, id, "code=" + code + "\n");
    }

    private static Message text(int type, int id, String lines) {
        return new Message(type, id, lines.getBytes(StandardCharsets.UTF_8));
    }
}
