package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.BankCardChip;
import io.changbai.device.emulators.MuteCard;
import io.changbai.device.emulators.SmartCard;
import io.changbai.device.emulators.SocialCardChip;
import io.changbai.device.emulators.SocialCardEmulator;
import io.changbai.device.emulators.SocialCardEmulator.Status;

/** The social security card reader on the bench: cards for the virtual slot of a real pcscd. */
final class SocialCardReaderOnBench implements BenchDevice {
    private final SocialCardEmulator slot;
    private final Residents residents;
    private volatile String whose;

    SocialCardReaderOnBench(int vpcdPort, Residents residents) {
        this.slot = new SocialCardEmulator(vpcdPort);
        this.residents = residents;
    }

    @Override
    public String id() {
        return "social-card-reader";
    }

    @Override
    public AutoCloseable start() {
        return slot.start();
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(
                id(),
                "insert",
                "Insert a card",
                this::insert,
                Parameter.resident().optional(),
                Parameter.choice("card", "bank", "mute").optional(),
                Parameter.number("pullAfter").optional());
        table.add(id(), "remove", "Remove the card", body -> remove());
    }

    @Override
    public void describe(ObjectNode device) {
        Status status = slot.status();
        device.put("status", status.name());
        device.put("card", status == Status.NO_CARD ? null : whose);
        device.put("readerIsThere", slot.readerIsThere());
    }

    @Override
    public void reset() {
        remove();
    }

    private void remove() {
        slot.remove();
        whose = null;
    }

    private void insert(Body body) throws BadRequest {
        String what = body.has("card") ? body.text("card") : body.text("resident");
        SmartCard card = body.has("card") ? otherCard(what) : socialCard(what);
        slot.insertAndPullAfter(card, body.number("pullAfter", -1));
        whose = what;
    }

    private static SmartCard otherCard(String what) throws BadRequest {
        return switch (what) {
            case "bank" -> new BankCardChip();
            case "mute" -> new MuteCard();
            default -> throw new BadRequest("The other cards are bank and mute.");
        };
    }

    private SmartCard socialCard(String key) throws BadRequest {
        Resident resident = residents.find(key);
        if (!resident.hasSocialCard()) {
            throw new BadRequest("Resident " + key + " has no social security card.");
        }
        return new SocialCardChip(resident.socialCard());
    }
}
