package io.changbai.platform.messages.core;

/**
 * What the platform thinks of a face.
 *
 * @param verdict {@code MATCH}, {@code MISMATCH} or {@code UNUSABLE} (picture too poor to judge)
 * @param proof opaque proof of a match, to be sent with what needs it; null unless {@code MATCH}
 */
public record FaceVerdict(String verdict, String proof) {}
