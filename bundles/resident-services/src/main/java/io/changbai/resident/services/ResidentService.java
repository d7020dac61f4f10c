package io.changbai.resident.services;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One service of the catalogue.
 *
 * @param id for example {@code participation-certificate}
 * @param texts by language ({@code zh-CN}, {@code en}): {@code title}, {@code summary}, {@code notice} and what else the
 *     screens show of this service
 * @param needs what must work before anyone is asked to identify
 * @param forPensionersOnly whether only pensioners can perform it
 * @param fields what the resident chooses, in order; may be empty
 */
public record ResidentService(
        String id,
        Map<String, Map<String, String>> texts,
        Set<Capability> needs,
        boolean forPensionersOnly,
        List<String> fields) {

    /** What a service can need of the terminal. */
    public enum Capability {
        PLATFORM,
        JOURNAL,
        FACE,
        DOCUMENT_PRINTER,
        RECEIPT_PRINTER
    }
}
