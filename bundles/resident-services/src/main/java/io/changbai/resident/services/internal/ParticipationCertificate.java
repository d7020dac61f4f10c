package io.changbai.resident.services.internal;

import io.changbai.documents.Certificate;
import io.changbai.documents.Documents;
import io.changbai.documents.Pages;
import io.changbai.documents.Receipt;
import io.changbai.documents.Receipt.Field;
import io.changbai.identity.Person;
import io.changbai.platform.link.Question;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.core.CertificateIssued;
import io.changbai.platform.messages.core.CoreApi;
import io.changbai.platform.messages.core.IssueCertificate;
import io.changbai.resident.services.Performance.Choice;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 社会保险参保缴费证明: which insurances, for whom, how many months; on A4 with seal, number and code. */
final class ParticipationCertificate implements Procedure {

    static final String ID = "participation-certificate";
    static final String PERIOD = "period";

    private final Documents documents;
    private final Clock clock;

    ParticipationCertificate(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public List<Choice> choices(String field, Person person) {
        return Period.choices(person, YearMonth.now(clock));
    }

    @Override
    public Map<String, String> resolve(Person person, Map<String, String> chosen) {
        Map<String, String> resolved = new LinkedHashMap<>(chosen);
        resolved.computeIfPresent(PERIOD, (field, choice) -> Period.resolve(person, YearMonth.now(clock), choice));
        return Map.copyOf(resolved);
    }

    @Override
    public boolean accepts(Map<String, String> chosen) {
        return Period.parse(chosen.get(PERIOD)).isPresent();
    }

    @Override
    public Map<String, String> review(Person person, Map<String, String> chosen) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("review.name", person.maskedName());
        lines.put("review.number", person.maskedNumber());
        Period.parse(chosen.get(PERIOD)).ifPresent(period -> lines.put("review.period", period.shown()));
        return lines;
    }

    @Override
    public Question question(Case asked) {
        Period period = period(asked);
        return new Question(
                CoreApi.APP_ID,
                "EXEC",
                CoreApi.ISSUE_CERTIFICATE,
                new IssueCertificate(
                        asked.transaction().id(),
                        asked.person().personId(),
                        asked.faceProof(),
                        period.from().toString(),
                        period.to().toString(),
                        asked.terminalId()));
    }

    @Override
    public Issued read(Case asked, byte[] body) throws MalformedBodyException {
        CertificateIssued issued =
                CertificateCheck.check(JsonCodec.read(body, CertificateIssued.class), asked.person());
        return new Whole(asked, issued);
    }

    @Override
    public Issued numberOnly(Case asked, String reference) {
        return new NumberOnly(asked, reference);
    }

    private static Period period(Case asked) {
        return Period.parse(asked.chosen().get(PERIOD)).orElseThrow();
    }

    private Certificate certificate(Case asked, CertificateIssued issued) {
        Period period = new Period(YearMonth.parse(issued.fromMonth()), YearMonth.parse(issued.toMonth()));
        return new Certificate(
                "社会保险参保缴费证明",
                List.of(statement(issued, period)),
                ContributionTable.HEADER,
                ContributionTable.of(issued.rows()),
                List.of(
                        "上述期间实际缴费共" + issued.totalMonths() + "个月。（以下空白）",
                        "本证明加盖电子印章，与经办窗口出具的证明具有同等效力；可扫描二维码或凭证明编号核验真伪。"),
                List.of(
                        "出具机构：" + issued.issuer(),
                        "出具日期：" + Wording.day(Instant.parse(issued.issuedAt()), clock.getZone())),
                issued.issuer(),
                issued.number(),
                issued.verifyUrl(),
                "终端 " + asked.terminalId() + "　业务号 " + asked.transaction().id());
    }

    private static String statement(CertificateIssued issued, Period period) {
        String insurances = ContributionTable.insurances(issued.rows());
        return "兹证明" + issued.name() + "（公民身份号码：" + issued.idNumber() + "）参加"
                + (insurances.isEmpty() ? "社会保险" : insurances) + "，自" + period.inChinese() + "的缴费情况如下：";
    }

    private Receipt receipt(Case asked, String number, String qr, List<String> note) {
        return new Receipt(
                "业务办理凭条",
                List.of(
                        new Field("业务", "打印社会保险参保缴费证明"),
                        new Field("姓名", asked.person().maskedName()),
                        new Field("证明编号", number),
                        new Field("证明期间", period(asked).inChinese()),
                        new Field("办理时间", Wording.minute(clock.instant(), clock.getZone())),
                        new Field("终端", asked.terminalId()),
                        new Field("业务号", asked.transaction().id())),
                qr,
                note);
    }

    /** Everything that stands on the page is here. */
    private final class Whole implements Issued {
        private final Case asked;
        private final CertificateIssued issued;

        Whole(Case asked, CertificateIssued issued) {
            this.asked = asked;
            this.issued = issued;
        }

        @Override
        public String reference() {
            return issued.number();
        }

        @Override
        public Optional<Pages> document() {
            return Optional.of(documents.certificate(certificate(asked, issued)));
        }

        @Override
        public Receipt receipt() {
            return ParticipationCertificate.this.receipt(
                    asked, issued.number(), issued.verifyUrl(), List.of("凭证明编号或二维码可核验证明真伪。", "咨询电话：12333"));
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("fact.certificateNumber", issued.number());
        }
    }

    /** Issued, and its content did not reach this terminal. */
    private final class NumberOnly implements Issued {
        private final Case asked;
        private final String reference;

        NumberOnly(Case asked, String reference) {
            this.asked = asked;
            this.reference = reference;
        }

        @Override
        public String reference() {
            return reference;
        }

        @Override
        public Optional<Pages> document() {
            return Optional.empty();
        }

        @Override
        public Receipt receipt() {
            return ParticipationCertificate.this.receipt(
                    asked, reference, null, List.of("证明已开具，本机未能打印，请凭证明编号到服务窗口领取。", "咨询电话：12333"));
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("fact.certificateNumber", reference);
        }
    }
}
