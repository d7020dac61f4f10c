package io.changbai.face.camera.internal.engine;

/** What came of asking an engine about a picture. */
public sealed interface Judgement {

    record Judged(Assessment assessment) implements Judgement {}

    /** The engine cannot make anything of this picture. */
    record Unreadable() implements Judgement {}

    /** It is starting, was just lost, or somebody cancelled: another picture, a little later. */
    record NotNow() implements Judgement {}

    /** There is no engine that works on this machine: nobody will ever judge. */
    record Nobody() implements Judgement {}
}
