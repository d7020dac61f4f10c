package io.changbai.device.emulators.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a bench listens and keeps its paper.
 *
 * @param portBase the devices take the next five ports, the panel the ninetieth; 0 means any free ports
 * @param vpcdPort the port of the virtual PC/SC reader
 * @param residents the file of synthetic residents; it may appear later
 * @param output where paper is kept
 * @param spool a folder whose PDFs are shown as A4 paper too, for example ippeveprinter's
 */
public record BenchSettings(int portBase, int vpcdPort, Path residents, Path output, Optional<Path> spool) {

    int port(int offset) {
        return portBase == 0 ? 0 : portBase + offset;
    }
}
