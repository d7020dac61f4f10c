package io.changbai.resident.services.internal;

import io.changbai.documents.Receipt;
import io.changbai.documents.Receipt.Field;
import io.changbai.resident.services.internal.Procedure.Case;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What a resident takes home while nobody knows what became of the submission: the case number, and not to repeat it. */
final class UnknownSlip {

    private final Clock clock;
    private final Map<String, String> titles;

    /** @param titles Chinese title by catalogue id */
    UnknownSlip(Clock clock, Map<String, String> titles) {
        this.clock = clock;
        this.titles = titles;
    }

    Receipt of(Case asked) {
        return new Receipt(
                "办理结果待确认",
                List.of(
                        new Field("业务", titles.getOrDefault(asked.transaction().service(), "")),
                        new Field("业务号", asked.transaction().id()),
                        new Field("时间", Wording.minute(clock.instant(), clock.getZone())),
                        new Field("终端", asked.terminalId())),
                null,
                List.of(
                        "业务已提交，结果尚未确认，请勿重复办理。",
                        "结果确认后，可凭业务号到服务窗口或拨打12333查询。",
                        "Not confirmed yet. Please do not do it again; quote the number above."));
    }
}
