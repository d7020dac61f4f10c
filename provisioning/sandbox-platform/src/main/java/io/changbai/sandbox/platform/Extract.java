package io.changbai.sandbox.platform;

import io.changbai.platform.messages.core.CertificateIssued.Row;
import io.changbai.sandbox.platform.Resident.Contribution;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a working life that lies in a period.
 *
 * @param rows by insurance, then by time
 * @param totalMonths months with any contribution
 */
record Extract(List<Row> rows, int totalMonths) {

    private static final List<String> ORDER = List.of("PENSION", "MEDICAL", "UNEMPLOYMENT");

    static Extract of(Resident person, YearMonth from, YearMonth to) {
        List<Contribution> inside = person.contributions().stream()
                .filter(c -> !c.to().isBefore(from) && !c.from().isAfter(to))
                .map(c -> new Contribution(
                        c.insurance(),
                        c.employer(),
                        c.from().isBefore(from) ? from : c.from(),
                        c.to().isAfter(to) ? to : c.to(),
                        c.baseFen()))
                .sorted(Comparator.comparing((Contribution c) -> ORDER.indexOf(c.insurance()))
                        .thenComparing(Contribution::from))
                .toList();
        Set<YearMonth> months = new HashSet<>();
        for (Contribution c : inside) {
            for (YearMonth month = c.from(); !month.isAfter(c.to()); month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        return new Extract(inside.stream().map(Extract::row).toList(), months.size());
    }

    private static Row row(Contribution c) {
        int months = (int) ChronoUnit.MONTHS.between(c.from(), c.to()) + 1;
        return new Row(c.insurance(), c.employer(), c.from().toString(), c.to().toString(), months, c.baseFen());
    }
}
