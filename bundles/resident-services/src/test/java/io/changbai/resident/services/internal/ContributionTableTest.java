package io.changbai.resident.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.platform.messages.core.CertificateIssued.Row;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionTableTest {

    @Test
    void insurancesPaidAlikeShareARow() {
        assertThat(table(
                        row("PENSION", "2020-01", "2020-06", 500_000),
                        row("MEDICAL", "2020-01", "2020-06", 500_000),
                        row("UNEMPLOYMENT", "2020-01", "2020-06", 500_000)))
                .containsExactly(List.of("2020-01", "2020-06", "6", "银杏厂", "养老、医疗、失业", "5000.00"));
    }

    @Test
    void anInsuranceWithAnotherBaseKeepsItsOwnRow() {
        assertThat(table(row("PENSION", "2020-01", "2020-06", 500_000), row("MEDICAL", "2020-01", "2020-06", 600_000)))
                .containsExactly(
                        List.of("2020-01", "2020-06", "6", "银杏厂", "养老", "5000.00"),
                        List.of("2020-01", "2020-06", "6", "银杏厂", "医疗", "6000.00"));
    }

    @Test
    void monthsThatGoOnUnchangedShareARow() {
        assertThat(table(
                        row("PENSION", "2019-07", "2020-06", 500_000),
                        row("PENSION", "2020-07", "2021-06", 500_000),
                        row("PENSION", "2021-07", "2021-12", 520_000)))
                .containsExactly(
                        List.of("2019-07", "2021-06", "24", "银杏厂", "养老", "5000.00"),
                        List.of("2021-07", "2021-12", "6", "银杏厂", "养老", "5200.00"));
    }

    @Test
    void aGapBetweenOrInsideSpansStaysVisible() {
        Row holed = new Row("PENSION", "银杏厂", "2020-07", "2020-12", 4, 500_000);
        assertThat(table(row("PENSION", "2020-01", "2020-06", 500_000), holed)).hasSize(2);
        assertThat(table(row("PENSION", "2020-01", "2020-06", 1), row("PENSION", "2020-08", "2020-09", 1)))
                .hasSize(2);
    }

    @Test
    void anotherEmployerIsAnotherRow() {
        Row next = new Row("PENSION", "云杉厂", "2020-07", "2020-12", 6, 500_000);
        assertThat(table(row("PENSION", "2020-01", "2020-06", 500_000), next)).hasSize(2);
    }

    @Test
    void whatIsSaidTwiceIsPrintedTwice() {
        Row twice = row("PENSION", "2020-01", "2020-06", 500_000);
        assertThat(table(twice, twice)).hasSize(2);
    }

    @Test
    void rowsStandInTheOrderOfTime() {
        assertThat(table(row("PENSION", "2021-01", "2021-06", 2), row("MEDICAL", "2020-01", "2020-06", 1)))
                .extracting(cells -> cells.get(0))
                .containsExactly("2020-01", "2021-01");
    }

    @Test
    void everyInsuranceMonthOfALongCareerIsStillThere() {
        List<Row> rows = new ArrayList<>();
        for (String insurance : List.of("PENSION", "MEDICAL", "UNEMPLOYMENT")) {
            for (int year = 2000; year < 2020; year++) {
                rows.add(row(insurance, year + "-01", year + "-12", 100_000 + year));
            }
        }
        List<List<String>> table = ContributionTable.of(rows);
        assertThat(table).hasSize(20);
        assertThat(table.stream()
                        .mapToInt(cells ->
                                Integer.parseInt(cells.get(2)) * cells.get(4).split("、").length)
                        .sum())
                .isEqualTo(3 * 20 * 12);
    }

    @Test
    void theStatementNamesTheInsurancesInFull() {
        assertThat(ContributionTable.insurances(
                        List.of(row("PENSION", "2020-01", "2020-06", 1), row("UNEMPLOYMENT", "2020-01", "2020-06", 1))))
                .isEqualTo("基本养老保险、失业保险");
    }

    private static List<List<String>> table(Row... rows) {
        return ContributionTable.of(List.of(rows));
    }

    private static Row row(String insurance, String from, String to, long baseFen) {
        int months = (int) ChronoUnit.MONTHS.between(YearMonth.parse(from), YearMonth.parse(to)) + 1;
        return new Row(insurance, "银杏厂", from, to, months, baseFen);
    }
}
