package io.changbai.device.contract.emulated;

import io.changbai.device.contract.IdCardReaderContract.IdCardHands;
import io.changbai.device.emulators.IdCardReaderEmulator;
import io.changbai.device.emulators.SyntheticIdCard;
import java.time.LocalDate;
import java.util.Optional;

/** Hands at an emulated reader of resident ID cards. */
public final class EmulatedIdCardReader implements IdCardHands, AutoCloseable {

    private static final String NUMBER = "890101195803121018";

    private final IdCardReaderEmulator emulator = new IdCardReaderEmulator(0).start();

    public IdCardReaderEmulator emulator() {
        return emulator;
    }

    /** Where the driver finds it. */
    public String channel() {
        return "tcp://127.0.0.1:" + emulator.port();
    }

    @Override
    public Optional<String> putCard() {
        emulator.present(SyntheticIdCard.resident(new SyntheticIdCard.Print(
                "王小民",
                "1",
                "01",
                LocalDate.of(1958, 3, 12),
                "八九省一〇一县银杏路1号",
                NUMBER,
                "八九省一〇一县公安局",
                LocalDate.of(2015, 1, 1),
                null)));
        return Optional.of(NUMBER);
    }

    @Override
    public void putOtherCard() {
        emulator.present(SyntheticIdCard.notAnIdCard());
    }

    @Override
    public void takeCard() {
        emulator.lift();
    }

    @Override
    public void pullCable() {
        emulator.unplug();
    }

    @Override
    public void plugCable() {
        emulator.plug();
    }

    @Override
    public void putBack() {
        plugCable();
        takeCard();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
