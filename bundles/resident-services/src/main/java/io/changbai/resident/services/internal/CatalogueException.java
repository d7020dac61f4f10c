package io.changbai.resident.services.internal;

import java.util.List;

/** A catalogue that is refused whole. The message names each entry, the place in it, and what is wrong there. */
final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogueException(List<String> errors) {
        super("the catalogue is refused: " + String.join("; ", errors));
    }
}
