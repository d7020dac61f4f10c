package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.BankCardChip;
import io.changbai.device.emulators.ForeignCard;
import io.changbai.device.emulators.MuteCard;
import io.changbai.device.emulators.PsamChip;
import io.changbai.device.emulators.SmartCard;
import io.changbai.device.emulators.SocialCardChip;
import io.changbai.device.emulators.SocialCardChip.Tear;
import io.changbai.device.emulators.SocialCardEmulator;
import io.changbai.device.emulators.SocialCardEmulator.Status;
import io.changbai.device.emulators.SyntheticSocialCard;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;

/** The social security card reader on the bench: cards and a security module for the two virtual slots of a real pcscd. */
final class SocialCardReaderOnBench implements BenchDevice {
    private final SocialCardEmulator slot;
    private final SocialCardEmulator psam;
    private final Residents residents;
    private volatile String whose;
    private volatile SmartCard last;

    SocialCardReaderOnBench(int vpcdPort, Residents residents) {
        this.slot = new SocialCardEmulator(vpcdPort);
        this.psam = new SocialCardEmulator(vpcdPort + 1);
        this.residents = residents;
    }

    @Override
    public String id() {
        return "social-card-reader";
    }

    @Override
    public AutoCloseable start() {
        slot.start();
        psam.start();
        psam.insert(new PsamChip());
        return () -> {
            slot.close();
            psam.close();
        };
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(
                id(),
                "insert",
                "Insert a card",
                this::insert,
                Parameter.resident().optional(),
                Parameter.choice("card", "bank", "bank-track", "mute", "foreign")
                        .optional(),
                Parameter.choice("generation", "1.00", "2.00", "2.01", "3.00").optional(),
                Parameter.choice("condition", "good", "locked", "damaged", "counterfeit", "suspicious")
                        .optional(),
                Parameter.choice("tear", "before-writing", "after-writing").optional(),
                Parameter.number("pinTries").optional(),
                Parameter.number("pullAfter").optional());
        table.add(id(), "again", "Insert the same card again", body -> again());
        table.add(id(), "remove", "Remove the card", body -> remove());
        table.add(id(), "stall", "Answer nothing", body -> slot.stall(body.flag("on")), Parameter.flag("on"));
        table.add(
                id(),
                "psam",
                "Security module",
                body -> psam(body.text("is")),
                Parameter.choice("is", "in", "out", "keyless"));
    }

    @Override
    public void describe(ObjectNode device) {
        Status status = slot.status();
        device.put("status", status.name());
        device.put("card", status == Status.NO_CARD ? null : whose);
        device.put("readerIsThere", slot.readerIsThere());
        device.put("stalled", slot.isStalled());
        device.put("psam", psam.status().name());
        if (last instanceof SocialCardChip chip) {
            device.put("pinTriesLeft", chip.pinTriesLeft());
            device.put("keyTriesLeft", chip.keyTriesLeft());
        }
    }

    @Override
    public void reset() {
        slot.stall(false);
        remove();
        last = null;
        psam.insert(new PsamChip());
    }

    private void remove() {
        slot.remove();
        whose = null;
    }

    private void insert(Body body) throws BadRequest {
        String what = body.has("card") ? body.text("card") : body.text("resident");
        SmartCard card = body.has("card") ? otherCard(what) : socialCard(what, body);
        slot.insertAndPullAfter(card, body.number("pullAfter", -1));
        whose = what;
        last = card;
    }

    /** What was written on it is still on it. */
    private void again() throws BadRequest {
        if (last == null) {
            throw new BadRequest("No card was inserted yet.");
        }
        slot.insert(last);
    }

    private void psam(String is) throws BadRequest {
        switch (is) {
            case "in" -> psam.insert(new PsamChip());
            case "keyless" -> psam.insert(new PsamChip().keyless());
            case "out" -> psam.remove();
            default -> throw new BadRequest("The security module is in, out or keyless.");
        }
    }

    private static SmartCard otherCard(String what) throws BadRequest {
        return switch (what) {
            case "bank" -> new BankCardChip();
            case "bank-track" -> new BankCardChip().withTrackOnly();
            case "mute" -> new MuteCard();
            case "foreign" -> new ForeignCard();
            default -> throw new BadRequest("The other cards are bank, bank-track, mute and foreign.");
        };
    }

    private SmartCard socialCard(String key, Body body) throws BadRequest {
        Resident resident = residents.find(key);
        if (!resident.hasSocialCard()) {
            throw new BadRequest("Resident " + key + " has no social security card.");
        }
        SyntheticSocialCard print = resident.socialCard();
        SocialCardChip chip =
                new SocialCardChip(body.has("generation") ? print.as(generation(body.text("generation"))) : print);
        if (body.has("pinTries")) {
            chip.pinTriesLeft(Math.max(0, Math.min(3, body.number("pinTries"))));
        }
        if (body.has("tear")) {
            chip.tearNextWrite(tear(body.text("tear")));
        }
        return body.has("condition") ? inCondition(chip, body.text("condition")) : chip;
    }

    private static SocialCardChip inCondition(SocialCardChip chip, String condition) throws BadRequest {
        return switch (condition) {
            case "good" -> chip;
            case "locked" -> chip.locked();
            case "damaged" -> chip.damaged();
            case "counterfeit" -> chip.counterfeit();
            case "suspicious" -> chip.suspicious();
            default -> throw new BadRequest("A card is good, locked, damaged, counterfeit or suspicious.");
        };
    }

    private static Generation generation(String text) throws BadRequest {
        try {
            return Generation.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(e.getMessage() + ".");
        }
    }

    private static Tear tear(String when) throws BadRequest {
        return switch (when) {
            case "before-writing" -> Tear.BEFORE_WRITING;
            case "after-writing" -> Tear.AFTER_WRITING;
            default -> throw new BadRequest("A write is torn before-writing or after-writing.");
        };
    }
}
