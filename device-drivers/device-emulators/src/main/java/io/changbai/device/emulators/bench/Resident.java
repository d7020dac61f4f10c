package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.changbai.device.emulators.SyntheticIdCard;
import io.changbai.device.emulators.SyntheticSocialCard;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import java.time.LocalDate;

/** One synthetic resident, as the sandbox wrote them down. */
final class Resident {
    private final JsonNode entry;

    Resident(JsonNode entry) {
        this.entry = entry;
    }

    String key() {
        return text("key");
    }

    String name() {
        return text("name");
    }

    boolean isPensioner() {
        return entry.path("pensioner").asBoolean();
    }

    String eCardCode() {
        return text("eCardCode");
    }

    boolean hasSocialCard() {
        return entry.path("socialCard").isObject();
    }

    SyntheticIdCard idCard() {
        JsonNode end = entry.path("validTo");
        return SyntheticIdCard.resident(new SyntheticIdCard.Print(
                name(),
                text("sex"),
                text("nation"),
                date(entry, "born"),
                text("address"),
                text("number"),
                text("issuer"),
                date(entry, "validFrom"),
                end.isNull() || end.isMissingNode() ? null : date(entry, "validTo")));
    }

    SyntheticSocialCard socialCard() {
        JsonNode card = entry.path("socialCard");
        return new SyntheticSocialCard(
                Generation.of(card.path("specVersion").asText()),
                text("number"),
                name(),
                text("sex"),
                text("nation"),
                date(entry, "born"),
                card.path("regionCode").asText(),
                card.path("cardNumber").asText(),
                card.path("cardId").asText(),
                date(card, "issuedOn"),
                date(card, "validTo"));
    }

    private String text(String field) {
        return entry.path(field).asText();
    }

    private static LocalDate date(JsonNode from, String field) {
        return LocalDate.parse(from.path(field).asText());
    }

    @Override
    public String toString() {
        return "Resident[" + key() + "]";
    }
}
