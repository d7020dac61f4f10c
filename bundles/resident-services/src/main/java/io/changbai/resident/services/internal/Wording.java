package io.changbai.resident.services.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates, amounts and names of insurances as they stand on Chinese papers. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Wording() {}

    static String day(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }

    static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** An instant of the platform; empty when it is none. */
    static Optional<Instant> instant(String iso) {
        try {
            return iso == null ? Optional.empty() : Optional.of(Instant.parse(iso));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    /** {@code 512345} fen is {@code 5123.45}. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static String insurance(String kind) {
        return switch (kind) {
            case "PENSION" -> "基本养老保险";
            case "MEDICAL" -> "基本医疗保险";
            case "UNEMPLOYMENT" -> "失业保险";
            default -> kind;
        };
    }

    /** For a column that names several. */
    static String insuranceInShort(String kind) {
        return switch (kind) {
            case "PENSION" -> "养老";
            case "MEDICAL" -> "医疗";
            case "UNEMPLOYMENT" -> "失业";
            default -> kind;
        };
    }
}
