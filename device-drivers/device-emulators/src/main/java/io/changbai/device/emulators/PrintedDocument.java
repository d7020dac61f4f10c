package io.changbai.device.emulators;

import java.nio.file.Path;

/**
 * One job that came out of the A4 printer whole.
 *
 * @param file the PDF
 * @param sheets how many sheets came out, copies included
 */
public record PrintedDocument(Path file, int sheets) {}
