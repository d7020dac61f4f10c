package io.changbai.identity.internal;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.card.IdCard;
import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.api.card.IdCardResult;
import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.api.scanner.ScanResult;
import io.changbai.identity.ClaimResult.Why;
import io.changbai.identity.ClaimWay;
import io.changbai.platform.messages.core.FindPerson;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The readers that are there at the moment. They come and go as services; a way without its reader is not armed. */
final class Readers {

    /** One reader waiting. */
    record Armed(ClaimWay way, DeviceCommand<?> command, CompletionStage<Presentation> end) {}

    private volatile IdCardReader idCardReader;
    private volatile SocialCardReader socialCardReader;
    private volatile QrScanner qrScanner;

    void set(IdCardReader reader) {
        idCardReader = reader;
    }

    void set(SocialCardReader reader) {
        socialCardReader = reader;
    }

    void set(QrScanner scanner) {
        qrScanner = scanner;
    }

    void unset(Device device) {
        if (device == idCardReader) {
            idCardReader = null;
        }
        if (device == socialCardReader) {
            socialCardReader = null;
        }
        if (device == qrScanner) {
            qrScanner = null;
        }
    }

    boolean serves(ClaimWay way) {
        Device device = device(way);
        return device != null && device.status().canServe();
    }

    /** Arms the reader of {@code way}; empty when there is none or it cannot serve. */
    Optional<Armed> arm(ClaimWay way, Duration patience) {
        if (!serves(way)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (way) {
                    case ID_CARD -> armIdCard(idCardReader, patience);
                    case SOCIAL_CARD -> armSocialCard(socialCardReader, patience);
                    case E_CARD_CODE -> armScanner(qrScanner, patience);
                });
    }

    private Device device(ClaimWay way) {
        return switch (way) {
            case ID_CARD -> idCardReader;
            case SOCIAL_CARD -> socialCardReader;
            case E_CARD_CODE -> qrScanner;
        };
    }

    private static Armed armIdCard(IdCardReader reader, Duration patience) {
        if (reader == null) {
            return null;
        }
        DeviceCommand<IdCardResult> command = reader.read(patience);
        return new Armed(ClaimWay.ID_CARD, command, command.result().thenApply(Readers::ofIdCard));
    }

    private static Armed armSocialCard(SocialCardReader reader, Duration patience) {
        if (reader == null) {
            return null;
        }
        DeviceCommand<SocialCardResult> command = reader.read(patience);
        return new Armed(ClaimWay.SOCIAL_CARD, command, command.result().thenApply(Readers::ofSocialCard));
    }

    private static Armed armScanner(QrScanner scanner, Duration patience) {
        if (scanner == null) {
            return null;
        }
        DeviceCommand<ScanResult> command = scanner.scan(patience);
        return new Armed(ClaimWay.E_CARD_CODE, command, command.result().thenApply(Readers::ofScan));
    }

    private static Presentation ofIdCard(IdCardResult result) {
        return result.match(
                Readers::ofIdCard,
                () -> Presentation.none(Why.UNREADABLE),
                () -> Presentation.none(Why.CARD_NOT_VERIFIED),
                () -> Presentation.none(Why.WRONG_CARD),
                () -> Presentation.none(Why.UNSUPPORTED_DOCUMENT),
                () -> Presentation.none(Why.NOTHING_PRESENTED),
                () -> Presentation.none(Why.CANCELLED),
                fault -> Presentation.none(Why.DEVICE_FAILED));
    }

    /**
     * Permits and foreigners' cards claim as citizens' cards do, by number and name: the platform knows whom it insures,
     * and the number's form says which document it is from.
     */
    private static Presentation ofIdCard(IdCard card) {
        boolean complete = !card.number().isBlank() && !card.name().isBlank();
        return complete
                ? Presentation.read(new FindPerson("ID_CARD", card.number(), card.name(), null, null))
                : Presentation.none(Why.UNREADABLE);
    }

    private static Presentation ofSocialCard(SocialCardResult result) {
        return result.match(
                read -> Presentation.read(new FindPerson(
                        "SOCIAL_CARD",
                        read.card().number(),
                        read.card().name(),
                        read.card().cardNumber(),
                        null)),
                refusal -> Presentation.none(why(refusal)),
                () -> Presentation.none(Why.CARD_REMOVED),
                trouble -> Presentation.none(why(trouble)),
                () -> Presentation.none(Why.NOTHING_PRESENTED),
                () -> Presentation.none(Why.CANCELLED),
                fault -> Presentation.none(Why.DEVICE_FAILED));
    }

    private static Why why(SocialCardResult.Refusal refusal) {
        return switch (refusal) {
            case BANK_CARD -> Why.BANK_CARD;
            case NOT_A_SOCIAL_CARD -> Why.WRONG_CARD;
            case NEEDS_AUTHENTICATION, AUTHENTICATION_FAILED -> Why.CARD_NEEDS_AUTHENTICATION;
            case NOT_GENUINE -> Why.CARD_NOT_VERIFIED;
            case LOCKED -> Why.CARD_LOCKED;
        };
    }

    private static Why why(SocialCardResult.Trouble trouble) {
        return switch (trouble) {
            case MUTE -> Why.CARD_MUTE;
            case DAMAGED -> Why.CARD_DAMAGED;
            case GARBLED -> Why.UNREADABLE;
        };
    }

    private static Presentation ofScan(ScanResult result) {
        return result.match(
                scanned -> Presentation.read(new FindPerson("E_CARD_CODE", null, null, null, scanned.text())),
                () -> Presentation.none(Why.UNREADABLE),
                () -> Presentation.none(Why.NOTHING_PRESENTED),
                () -> Presentation.none(Why.CANCELLED),
                fault -> Presentation.none(Why.DEVICE_FAILED));
    }
}
