package io.changbai.resident.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.identity.ClaimWay;
import io.changbai.identity.Person;
import io.changbai.resident.services.Performance.Choice;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void offersTheUsualPeriodsUpToTheNewestKnownMonth() {
        assertThat(values("2015-01", "2026-10"))
                .containsExactly("2025-11/2026-10", "2023-11/2026-10", "2026-01/2026-10", "2015-01/2026-10");
    }

    @Test
    void neverBeginsBeforeTheFirstContributionAndOffersNothingTwice() {
        assertThat(values("2026-03", "2026-10")).containsExactly("2026-03/2026-10");
    }

    @Test
    void offersNoThisYearToSomebodyWhoStoppedBefore() {
        assertThat(values("2010-01", "2020-06"))
                .containsExactly("2019-07/2020-06", "2017-07/2020-06", "2010-01/2020-06");
    }

    @Test
    void neverReachesIntoTheFuture() {
        assertThat(values("2025-01", "2027-06")).allMatch(value -> value.endsWith("/2026-11"));
    }

    @Test
    void offersTheLastYearToSomebodyWithoutContributions() {
        assertThat(values(null, null)).containsExactly("2025-12/2026-11");
    }

    @Test
    void everyChoiceSaysItsMonthsInBothLanguages() {
        Choice usual = Period.choices(person("2015-01", "2026-10"), NOVEMBER).get(0);
        assertThat(usual.texts().get("zh-CN")).isEqualTo("最近12个月（2025年11月至2026年10月）");
        assertThat(usual.texts().get("en")).contains("Last 12 months", "2025-11", "2026-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-10", "2026-13/2026-14", "2026-10/2026-09", "x/y", "2026-10/2026-11 "})
    void whatIsNoPeriodIsRefused(String value) {
        assertThat(Period.parse(value)).isEmpty();
    }

    @Test
    void everyChoiceHasAStableName() {
        assertThat(Period.choices(person("2015-01", "2026-10"), NOVEMBER))
                .extracting(Choice::value)
                .containsExactly("last-12", "last-36", "this-year", "all");
    }

    @Test
    void aPeriodIsReadAsItWasWritten() {
        assertThat(Period.parse("2025-11/2026-10"))
                .contains(new Period(YearMonth.of(2025, 11), YearMonth.of(2026, 10)));
        assertThat(Period.parse(null)).isEmpty();
    }

    private static List<String> values(String first, String last) {
        Person person = person(first, last);
        return Period.choices(person, NOVEMBER).stream()
                .map(choice -> Period.resolve(person, NOVEMBER, choice.value()))
                .toList();
    }

    private static Person person(String first, String last) {
        return new Person("p1", "王*民", "890***********101X", List.of(), first, last, false, ClaimWay.ID_CARD);
    }
}
