package io.changbai.resident.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.resident.services.ResidentService;
import io.changbai.resident.services.ResidentService.Capability;
import io.changbai.resident.services.ResidentServices.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String GOOD = """
            {"id":"a","texts":{"zh-CN":{"title":"甲","summary":"甲","notice":"甲","field.period":"何时"},\
            "en":{"title":"A","summary":"A","notice":"A","field.period":"When"}},\
            "needs":["PLATFORM"],"forPensionersOnly":false,"fields":["period"]}""";

    private final Catalogue catalogue = new Catalogue(Set.of("a"), Set.of("period"));

    @Test
    void theShippedCatalogueIsGood() {
        List<ResidentService> services = new Province().services.catalogue();
        assertThat(services)
                .extracting(ResidentService::id)
                .containsExactly("participation-certificate", "pension-certification");
        assertThat(services.get(0).needs()).contains(Capability.DOCUMENT_PRINTER, Capability.RECEIPT_PRINTER);
        assertThat(services.get(1).needs()).doesNotContain(Capability.DOCUMENT_PRINTER);
        assertThat(services.get(1).forPensionersOnly()).isTrue();
    }

    @Test
    void aGoodEntryIsRead() {
        assertThat(catalogue.read(Map.of("a.json", GOOD))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":\"a\"|\"id\":\"b\"|nothing performs \"b\"",
                "\"PLATFORM\"|\"PLATFROM\"|needs",
                "[\"PLATFORM\"]|[]|needs",
                "\"period\"]|\"purpose\"]|purpose",
                "\"title\":\"A\"|\"title\":\" \"|texts.en.title: missing or blank",
                "\"field.period\":\"When\"|\"field.perod\":\"When\"|texts.en.field.period: missing or blank",
                "\"en\":|\"fr\":|texts: must be there in exactly",
                "\"forPensionersOnly\":false,||forPensionersOnly",
                "\"fields\"|\"feilds\"|fields",
                "\"needs\"|\"extra\":1,\"needs\"|extra",
                "{\"id\"|\"id\"|a.json",
            })
    void aBadEntryIsRefusedWithItsPlace(String from, String to, String expected) {
        String bad = GOOD.replace(from, to == null ? "" : to);
        assertThatThrownBy(() -> catalogue.read(Map.of("a.json", bad)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("a.json")
                .hasMessageContaining(expected);
    }

    @Test
    void oneBadEntryRefusesTheWholeCatalogueAndNamesEveryError() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("one.json", GOOD);
        entries.put("two.json", GOOD);
        entries.put("three.json", "null");
        assertThatThrownBy(() -> catalogue.read(entries))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("two.json: id a is there twice")
                .hasMessageContaining("three.json");
    }

    @Test
    void standingSaysWhoAndWhere() {
        Province province = new Province();
        assertThat(province.services.standing()).isEqualTo(new Standing(true, true, "试点大厅"));
        province.platform.disconnect();
        assertThat(province.services.standing().connected()).isFalse();
        province.platform.notEnrolled();
        assertThat(province.services.standing()).isEqualTo(new Standing(false, false, ""));
    }
}
