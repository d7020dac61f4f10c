package io.changbai.resident.services.internal;

import io.changbai.documents.Pages;
import io.changbai.documents.Receipt;
import io.changbai.documents.Receipt.Field;
import io.changbai.identity.Person;
import io.changbai.platform.link.Question;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.core.CertifyPension;
import io.changbai.platform.messages.core.CoreApi;
import io.changbai.platform.messages.core.PensionCertified;
import io.changbai.resident.services.Performance.Choice;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 养老金领取资格认证: a pensioner stands here and lives; a slip says until when that holds. */
final class PensionCertification implements Procedure {

    static final String ID = "pension-certification";

    private final Clock clock;

    PensionCertification(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Choice> choices(String field, Person person) {
        return List.of();
    }

    @Override
    public Map<String, String> resolve(Person person, Map<String, String> chosen) {
        return Map.copyOf(chosen);
    }

    @Override
    public boolean accepts(Map<String, String> chosen) {
        return true;
    }

    @Override
    public Map<String, String> review(Person person, Map<String, String> chosen) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("review.name", person.maskedName());
        lines.put("review.number", person.maskedNumber());
        return lines;
    }

    @Override
    public Question question(Case asked) {
        return new Question(
                CoreApi.APP_ID,
                "EXEC",
                CoreApi.CERTIFY_PENSION,
                new CertifyPension(
                        asked.transaction().id(), asked.person().personId(), asked.faceProof(), asked.terminalId()));
    }

    @Override
    public Issued read(Case asked, byte[] body) throws MalformedBodyException {
        PensionCertified certified = JsonCodec.read(body, PensionCertified.class);
        if (certified.caseNumber() == null || certified.verifyUrl() == null || !isDay(certified.validUntil())) {
            throw new MalformedBodyException("PensionCertified: not whole");
        }
        return new Slip(asked, certified.caseNumber(), certified.validUntil(), certified.verifyUrl());
    }

    @Override
    public Issued numberOnly(Case asked, String reference) {
        return new Slip(asked, reference, null, null);
    }

    private static boolean isDay(String value) {
        try {
            return value != null && LocalDate.parse(value) != null;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    /** The result on a slip; without validity and code when only the case number reached this terminal. */
    private final class Slip implements Issued {
        private final Case asked;
        private final String caseNumber;
        private final String validUntil;
        private final String verifyUrl;

        Slip(Case asked, String caseNumber, String validUntil, String verifyUrl) {
            this.asked = asked;
            this.caseNumber = caseNumber;
            this.validUntil = validUntil;
            this.verifyUrl = verifyUrl;
        }

        @Override
        public String reference() {
            return caseNumber;
        }

        @Override
        public Optional<Pages> document() {
            return Optional.empty();
        }

        @Override
        public Receipt receipt() {
            List<Field> fields = new ArrayList<>();
            fields.add(new Field("业务", "养老金领取资格认证"));
            fields.add(new Field("姓名", asked.person().maskedName()));
            fields.add(new Field("认证结果", "认证通过"));
            if (validUntil != null) {
                fields.add(new Field("有效期至", validUntil));
            }
            fields.add(new Field("认证编号", caseNumber));
            fields.add(new Field("认证时间", Wording.minute(clock.instant(), clock.getZone())));
            fields.add(new Field("终端", asked.terminalId()));
            return new Receipt(
                    "领取资格认证凭条",
                    List.copyOf(fields),
                    verifyUrl,
                    List.of("请在有效期满前再次认证，可用手机、自助终端或到窗口办理，也可申请上门认证。", "咨询电话：12333"));
        }

        @Override
        public Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            if (validUntil != null) {
                facts.put("fact.validUntil", validUntil);
            }
            facts.put("fact.caseNumber", caseNumber);
            return facts;
        }
    }
}
