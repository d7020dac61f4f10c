package io.changbai.resident.services.internal;

import io.changbai.platform.messages.core.CertificateIssued;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a certificate as windows print them: by time, one row where several insurances were paid alike, and one row
 * for months without a gap that differ in nothing. Nothing of what the platform said is lost by that.
 */
final class ContributionTable {

    static final List<String> HEADER = List.of("起始年月", "终止年月", "月数", "缴费单位", "险种", "缴费基数（元）");

    private ContributionTable() {}

    /** What the platform says of several insurances at once. */
    private record Span(
            String employer, YearMonth from, YearMonth to, int months, long baseFen, Set<String> insurances) {

        /** Without a month missing inside, the span says exactly which months were paid. */
        boolean isFull() {
            return months == ChronoUnit.MONTHS.between(from, to) + 1;
        }

        boolean goesOnAs(Span next) {
            return isFull()
                    && next.isFull()
                    && to.plusMonths(1).equals(next.from)
                    && employer.equals(next.employer)
                    && baseFen == next.baseFen
                    && insurances.equals(next.insurances);
        }

        Span with(Span next) {
            return new Span(employer, from, next.to, months + next.months, baseFen, insurances);
        }

        @Override
        public String toString() {
            return "Span[redacted]";
        }
    }

    static List<List<String>> of(List<CertificateIssued.Row> rows) {
        List<Span> spans = new ArrayList<>();
        for (Span span : alike(rows)) {
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).goesOnAs(span)) {
                spans.set(last, spans.get(last).with(span));
            } else {
                spans.add(span);
            }
        }
        return spans.stream().map(ContributionTable::cells).toList();
    }

    /** Names of all insurances in the rows, in their order, for the statement. */
    static String insurances(List<CertificateIssued.Row> rows) {
        return rows.stream()
                .map(row -> Wording.insurance(row.insurance()))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** Spans that differ in the insurance only, together; by time. */
    private static List<Span> alike(List<CertificateIssued.Row> rows) {
        Map<List<?>, Span> spans = new LinkedHashMap<>();
        List<Span> repeated = new ArrayList<>();
        for (CertificateIssued.Row row : rows) {
            Span found = spans.computeIfAbsent(
                    List.of(row.employer(), row.fromMonth(), row.toMonth(), row.months(), row.baseFen()),
                    key -> span(row));
            if (!found.insurances().add(row.insurance())) {
                repeated.add(span(row)); // said twice: printed twice, for a person to ask about
                repeated.get(repeated.size() - 1).insurances().add(row.insurance());
            }
        }
        List<Span> all = new ArrayList<>(spans.values());
        all.addAll(repeated);
        all.sort(Comparator.comparing(Span::from));
        return all;
    }

    private static Span span(CertificateIssued.Row row) {
        return new Span(
                row.employer(),
                YearMonth.parse(row.fromMonth()),
                YearMonth.parse(row.toMonth()),
                row.months(),
                row.baseFen(),
                new LinkedHashSet<>());
    }

    private static List<String> cells(Span span) {
        return List.of(
                span.from().toString(),
                span.to().toString(),
                Integer.toString(span.months()),
                span.employer(),
                span.insurances().stream().map(Wording::insuranceInShort).collect(Collectors.joining("、")),
                Wording.yuan(span.baseFen()));
    }
}
