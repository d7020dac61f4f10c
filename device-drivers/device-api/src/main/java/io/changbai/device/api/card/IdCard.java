package io.changbai.device.api.card;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an identity document with the chip of the resident ID card says. There are four kinds; each keeps its own fields,
 * nothing is converted. Kept in memory for one visit.
 */
public sealed interface IdCard
        permits ResidentCard, ResidencePermit, PermanentResidentCard2017, PermanentResidentCard2023 {

    /**
     * The holder's name as offices use it: the Chinese one, or the English one where the card has no Chinese. Exactly as
     * on the chip: inner spaces, middle dots, supplementary and private-use characters included. Never empty.
     */
    String name();

    /** The number under which the holder is known; its form and, where the kind has one, its check digit are verified. */
    String number();

    /** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 unspecified; empty when blank on the card. */
    String sex();

    LocalDate born();

    LocalDate validFrom();

    /** Empty for cards valid without end (长期). */
    Optional<LocalDate> validTo();

    /** 1024 opaque bytes; only a licensed {@link PhotoDecoder} can show them. */
    byte[] photo();

    /** One function per kind, so that a forgotten one does not compile. */
    default <T> T onKind(
            Function<ResidentCard, T> resident,
            Function<ResidencePermit, T> permit,
            Function<PermanentResidentCard2017, T> permanent2017,
            Function<PermanentResidentCard2023, T> permanent2023) {
        if (this instanceof ResidentCard card) {
            return resident.apply(card);
        } else if (this instanceof ResidencePermit card) {
            return permit.apply(card);
        } else if (this instanceof PermanentResidentCard2017 card) {
            return permanent2017.apply(card);
        }
        return permanent2023.apply((PermanentResidentCard2023) this);
    }
}
