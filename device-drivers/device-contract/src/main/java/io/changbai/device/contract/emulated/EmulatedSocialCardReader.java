package io.changbai.device.contract.emulated;

import io.changbai.device.contract.SocialCardReaderContract.SocialCardHands;
import io.changbai.device.emulators.BankCardChip;
import io.changbai.device.emulators.SmartCard;
import io.changbai.device.emulators.SocialCardChip;
import io.changbai.device.emulators.SocialCardEmulator;
import io.changbai.device.emulators.SocialCardEmulator.Status;
import io.changbai.device.emulators.SyntheticSocialCard;
import io.changbai.device.emulators.SyntheticSocialCard.Generation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Hands at the virtual reader of vsmartcard-vpcd before a real pcscd; the cable is the daemon itself. */
public final class EmulatedSocialCardReader implements SocialCardHands, AutoCloseable {

    private static final String NUMBER = "890101195803121018";

    /** pcscd looks at the virtual slot every 400 ms; no hand changes cards faster than that. */
    private static final Duration HAND = Duration.ofMillis(900);

    private final PcscDaemon daemon = new PcscDaemon();
    private final SocialCardEmulator emulator = new SocialCardEmulator().start();

    public EmulatedSocialCardReader() {
        daemon.start();
    }

    public SocialCardEmulator emulator() {
        return emulator;
    }

    /** The reader's name for the driver. */
    public String reader() {
        return "Virtual PCD 00 00";
    }

    @Override
    public Optional<String> putCard() {
        put(new SocialCardChip(new SyntheticSocialCard(
                Generation.V2_00,
                NUMBER,
                "王小民",
                "1",
                "01",
                LocalDate.of(1958, 3, 12),
                "890101",
                "A12345678",
                "890101D15600000500A1B2C3D4E5F607",
                LocalDate.of(2018, 5, 1),
                LocalDate.of(2028, 5, 1))));
        return Optional.of(NUMBER);
    }

    @Override
    public void putBankCard() {
        put(new BankCardChip());
    }

    private void put(SmartCard card) {
        emulator.insert(card);
        try {
            emulator.awaitStatus(Status.IN_READER, Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void takeCard() {
        if (emulator.status() == Status.IN_READER) {
            emulator.remove();
            LockSupport.parkNanos(HAND.toNanos());
        } else {
            emulator.remove();
        }
    }

    @Override
    public void pullCable() {
        daemon.stop();
    }

    @Override
    public void plugCable() {
        daemon.start();
    }

    /** A daemon takes its time to start. */
    @Override
    public int stormCycles() {
        return SocialCardHands.super.stormCycles() / 5;
    }

    @Override
    public void putBack() {
        plugCable();
        takeCard();
    }

    @Override
    public void close() {
        emulator.close();
        daemon.stop();
    }
}
