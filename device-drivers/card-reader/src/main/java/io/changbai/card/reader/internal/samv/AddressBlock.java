package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.IdCard;
import io.changbai.device.api.card.PermanentResidentCard2017;
import io.changbai.device.api.card.PermanentResidentCard2023;
import io.changbai.device.api.card.ResidencePermit;
import io.changbai.device.api.card.ResidentCard;
import java.util.Optional;

/** The address written to a card after a move: up to 70 bytes of UTF-16LE, the whole payload of its answer. */
final class AddressBlock {

    private AddressBlock() {}

    /** Only cards with an address can have a newer one. */
    static boolean canFollow(IdCard card) {
        return card.onKind(resident -> true, permit -> true, none -> false, none -> false);
    }

    /** Empty when the place on the card is blank, which is the same as none. */
    static Optional<String> decode(byte[] payload) throws BrokenRecordException {
        CardFields.require(payload.length > 0 && payload.length % 2 == 0, "the address's length");
        String address = new Place(0, payload.length).in(payload);
        return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }

    static IdCard append(IdCard card, Optional<String> address) {
        return card.<IdCard>onKind(
                resident -> withAddress(resident, address),
                permit -> withAddress(permit, address),
                (PermanentResidentCard2017 without) -> without,
                (PermanentResidentCard2023 without) -> without);
    }

    private static ResidentCard withAddress(ResidentCard card, Optional<String> address) {
        return new ResidentCard(
                card.name(),
                card.sex(),
                card.nation(),
                card.born(),
                card.address(),
                address,
                card.number(),
                card.issuer(),
                card.validFrom(),
                card.validTo(),
                card.photo());
    }

    private static ResidencePermit withAddress(ResidencePermit card, Optional<String> address) {
        return new ResidencePermit(
                card.name(),
                card.sex(),
                card.born(),
                card.address(),
                address,
                card.number(),
                card.issuer(),
                card.validFrom(),
                card.validTo(),
                card.travelPermitNumber(),
                card.issue(),
                card.photo());
    }
}
