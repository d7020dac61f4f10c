package io.changbai.identity.internal;

import io.changbai.device.api.face.FaceImage;
import io.changbai.identity.ClaimResult;
import io.changbai.identity.ClaimResult.Claimed;
import io.changbai.identity.ClaimResult.NotClaimed;
import io.changbai.identity.ClaimWay;
import io.changbai.identity.FaceResult;
import io.changbai.identity.Person;
import io.changbai.platform.link.Answer;
import io.changbai.platform.link.Platform;
import io.changbai.platform.link.Question;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.core.CoreApi;
import io.changbai.platform.messages.core.FaceVerdict;
import io.changbai.platform.messages.core.FindPerson;
import io.changbai.platform.messages.core.PersonFound;
import io.changbai.platform.messages.core.VerifyFace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** The two questions identity asks, and what their answers mean. An answer that is not what the contract says is silence. */
final class CoreQuestions {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private final Platform platform;
    private final Duration deadline;

    CoreQuestions(Platform platform, Duration deadline) {
        this.platform = platform;
        this.deadline = deadline;
    }

    boolean canAsk() {
        return platform.isConnected();
    }

    CompletionStage<ClaimResult> who(ClaimWay way, FindPerson question) {
        return ask(CoreApi.FIND_PERSON, question)
                .thenApply(answer -> answer.match(
                        answered -> who(way, answered),
                        () -> new NotClaimed(ClaimResult.Why.PLATFORM_SILENT),
                        () -> new NotClaimed(ClaimResult.Why.PLATFORM_SILENT)));
    }

    private ClaimResult who(ClaimWay way, Answer.Answered answer) {
        if (answer.code() == 400 || answer.code() == 404) {
            return new NotClaimed(
                    way == ClaimWay.E_CARD_CODE ? ClaimResult.Why.CODE_REFUSED : ClaimResult.Why.NOBODY_KNOWN);
        }
        PersonFound found = read(answer, PersonFound.class);
        if (found == null || found.personId() == null || found.maskedName() == null || found.maskedNumber() == null) {
            return new NotClaimed(ClaimResult.Why.PLATFORM_SILENT);
        }
        return new Claimed(new Person(
                found.personId(),
                found.maskedName(),
                found.maskedNumber(),
                found.insurances() == null ? List.of() : List.copyOf(found.insurances()),
                month(found.earliestMonth()),
                month(found.latestMonth()),
                found.pensioner(),
                way));
    }

    CompletionStage<FaceResult> sameFace(Person person, String consentId, FaceImage image) {
        VerifyFace question = new VerifyFace(person.personId(), consentId, image.jpeg());
        return ask(CoreApi.VERIFY_FACE, question)
                .thenApply(answer -> answer.match(
                        this::verdict,
                        () -> new FaceResult.NotVerified(FaceResult.Why.PLATFORM_SILENT),
                        () -> new FaceResult.NotVerified(FaceResult.Why.PLATFORM_SILENT)));
    }

    private FaceResult verdict(Answer.Answered answer) {
        FaceVerdict verdict = read(answer, FaceVerdict.class);
        if (verdict == null || verdict.verdict() == null) {
            return new FaceResult.NotVerified(FaceResult.Why.PLATFORM_SILENT);
        }
        return switch (verdict.verdict()) {
            case "MATCH" ->
                verdict.proof() == null
                        ? new FaceResult.NotVerified(FaceResult.Why.PLATFORM_SILENT)
                        : new FaceResult.Verified(verdict.proof());
            case "MISMATCH" -> new FaceResult.NotVerified(FaceResult.Why.MISMATCH);
            case "UNUSABLE" -> new FaceResult.NotVerified(FaceResult.Why.NO_FACE);
            default -> new FaceResult.NotVerified(FaceResult.Why.PLATFORM_SILENT);
        };
    }

    private CompletionStage<Answer> ask(String resource, Object body) {
        return platform.ask(new Question(CoreApi.APP_ID, "EXEC", resource, body), deadline);
    }

    /** The body as a record, or null when the code or the body is not what the contract says. */
    private <T> T read(Answer.Answered answer, Class<T> type) {
        if (answer.code() != 200) {
            return null;
        }
        try {
            return JsonCodec.read(answer.body(), type);
        } catch (MalformedBodyException notTheContract) {
            return null;
        }
    }

    private static String month(String value) {
        return value != null && MONTH.matcher(value).matches() ? value : null;
    }
}
