package io.changbai.sandbox.platform;

import io.changbai.platform.messages.core.FindPerson;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people of the province and how a claim finds one of them. An electronic card's code is good for ever on the bench;
 * with a suffix {@code ?n=<anything>} it is good once, as the real codes are.
 */
final class Province {

    /** A card's name field holds this many UTF-16 units; what is longer is cut there. */
    private static final int CARD_NAME = 15;

    private static final int LONGEST_CODE = 200;
    private static final int MOST_USED_CODES = 100_000;

    private final Map<String, Resident> byNumber;
    private final Map<String, Resident> byCode;
    private final Map<String, Resident> byKey;
    private final Set<String> usedCodes = ConcurrentHashMap.newKeySet();

    Province(List<Resident> people) {
        byNumber = index(people, Resident::number);
        byCode = index(people, Resident::eCardCode);
        byKey = index(people, Resident::key);
    }

    Optional<Resident> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Empty when nobody is known by that claim, or it contradicts itself. */
    Optional<Resident> find(FindPerson claim) {
        return switch (String.valueOf(claim.kind())) {
            case "ID_CARD" -> byCard(claim);
            case "SOCIAL_CARD" ->
                byCard(claim).filter(person -> person.socialCard().cardNumber().equals(claim.cardNumber()));
            case "E_CARD_CODE" -> byCode(claim.code());
            default -> Optional.empty();
        };
    }

    private Optional<Resident> byCard(FindPerson claim) {
        return Optional.ofNullable(claim.number())
                .map(byNumber::get)
                .filter(person -> isName(person.name(), claim.name()));
    }

    private Optional<Resident> byCode(String code) {
        if (code == null || code.length() > LONGEST_CODE) {
            return Optional.empty();
        }
        int nonce = code.indexOf("?n=");
        Resident person = byCode.get(nonce < 0 ? code : code.substring(0, nonce));
        if (person == null || nonce < 0) {
            return Optional.ofNullable(person);
        }
        boolean fresh = usedCodes.size() < MOST_USED_CODES && usedCodes.add(code);
        return fresh ? Optional.of(person) : Optional.empty();
    }

    private static boolean isName(String full, String onCard) {
        return Objects.equals(full, onCard)
                || (onCard != null && onCard.length() >= CARD_NAME && full.startsWith(onCard));
    }

    private static Map<String, Resident> index(List<Resident> people, Function<Resident, String> by) {
        Set<String> seen = new HashSet<>();
        people.forEach(person -> {
            if (!seen.add(by.apply(person))) {
                throw new IllegalStateException("two people of the province share a number, code or key");
            }
        });
        return people.stream().collect(Collectors.toUnmodifiableMap(by, person -> person));
    }
}
