package io.changbai.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.changbai.sandbox.platform.Resident.Contribution;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvinceGeneratorTest {

    private static final YearMonth NOW = YearMonth.of(2026, 11);

    private final List<Resident> people = new ProvinceGenerator(7, NOW).generate(200);

    @Test
    void theCheckDigitIsTheOneOfTheStandardsExample() {
        assertThat(CitizenNumber.check("11010519491231002")).isEqualTo('X'); // GB 11643-1999, 4.2
        assertThat(CitizenNumber.check("44052418800101001")).isEqualTo('4'); // the same, second example
    }

    @Test
    void noNumberCanBeMadeOutsideTheRegionThatDoesNotExist() {
        assertThatThrownBy(() -> CitizenNumber.of("110105", LocalDate.EPOCH, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CitizenNumber.of("890101", LocalDate.EPOCH, 1000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyNumberIsRightUniqueAndFitsSexAndBirth() {
        Set<String> numbers = new HashSet<>();
        for (Resident person : people) {
            String number = person.number();
            assertThat(number).startsWith("89").hasSize(18);
            assertThat(number.charAt(17)).isEqualTo(CitizenNumber.check(number.substring(0, 17)));
            assertThat(number.substring(6, 14)).isEqualTo(person.born().replace("-", ""));
            assertThat((number.charAt(16) - '0') % 2 == 1 ? "1" : "2").isEqualTo(person.sex());
            assertThat(numbers.add(number)).isTrue();
        }
        assertThat(new Province(people).byKey("wang-min")).isPresent();
    }

    @Test
    void theSameSeedGivesTheSamePeopleAndAnotherSeedOthers() {
        assertThat(new ProvinceGenerator(7, NOW).generate(200)).isEqualTo(people);
        assertThat(new ProvinceGenerator(8, NOW).generate(200)).isNotEqualTo(people);
    }

    @Test
    void nextMonthTheCardsAndCodesAreStillTheSame() throws Exception {
        List<Resident> later = new ProvinceGenerator(7, NOW.plusMonths(1)).generate(200);
        assertThat(ResidentsFile.json(later)).isEqualTo(ResidentsFile.json(people));
    }

    @Test
    void hasSomebodyForEachThingThatIsEasilyGotWrong() {
        assertThat(key("wang-min").pensioner()).isFalse();
        assertThat(key("li-guilan").pensioner()).isTrue();
        assertThat(key("dot-name").name()).contains("·");
        assertThat(key("rare-name").name().codePoints()).anyMatch(c -> c >= 0x20000 && c <= 0x2A6DF);
        assertThat(key("ext-a-name").name().codePoints()).anyMatch(c -> c >= 0x3400 && c <= 0x4DBF);
        assertThat(key("long-name").name()).hasSize(25);
        assertThat(key("no-contributions").contributions()).isEmpty();
        assertThat(people).anyMatch(person -> person.validTo() == null).anyMatch(person -> person.validTo() != null);
    }

    @Test
    void workingLivesHaveSeveralEmployersAndEndLastMonthOrAtThePension() {
        Resident worker = key("wang-min");
        assertThat(worker.contributions().stream().map(Contribution::employer).distinct())
                .hasSizeGreaterThan(1);
        assertThat(worker.latest().orElseThrow()).isBeforeOrEqualTo(NOW.minusMonths(1));
        assertThat(key("li-guilan").latest().orElseThrow()).isBeforeOrEqualTo(YearMonth.of(2011, 7));
        for (Resident person : people) {
            assertThat(person.contributions())
                    .allMatch(c -> !c.from().isAfter(c.to()) && c.baseFen() > 0)
                    .allMatch(c -> !c.to().isAfter(NOW));
        }
    }

    @Test
    void theFileHasExactlyTheFieldsTheBenchReads() throws Exception {
        JsonNode wang = new ObjectMapper().readTree(ResidentsFile.json(people)).get(0);
        assertThat(wang.fieldNames())
                .toIterable()
                .containsExactly(
                        "key",
                        "name",
                        "number",
                        "sex",
                        "nation",
                        "born",
                        "address",
                        "issuer",
                        "validFrom",
                        "validTo",
                        "pensioner",
                        "socialCard",
                        "eCardCode");
        assertThat(wang.get("socialCard").fieldNames())
                .toIterable()
                .containsExactly("specVersion", "regionCode", "cardNumber", "cardId", "issuedOn", "validTo");
        assertThat(wang.get("socialCard").get("cardId").asText()).matches("890101[0-9A-F]{26}");
    }

    @Test
    void masksNamesAndNumbers() {
        assertThat(key("wang-min").maskedName()).isEqualTo("王*民");
        assertThat(key("rare-name").maskedName()).isEqualTo("李*");
        assertThat(CitizenNumber.masked("890101198503120010")).isEqualTo("890***********0010");
    }

    private Resident key(String key) {
        return people.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
