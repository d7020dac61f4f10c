package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.card.BankCardResult;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;

/** Reads which bank account a card stands for. The card was powered up for it: some give no second application otherwise. */
final class BankReading implements CardWork<BankCardResult> {

    @Override
    public BankCardResult run(CardSession session) throws IOException {
        return new PaymentApplication(session)
                .lastFour()
                .<BankCardResult>map(BankCardResult.Read::new)
                .orElseGet(BankCardResult.NoAccount::new);
    }

    @Override
    public boolean isWorthAnotherTry(BankCardResult result) {
        return result instanceof BankCardResult.Unreadable;
    }

    @Override
    public BankCardResult mute() {
        return new BankCardResult.Unreadable();
    }

    @Override
    public BankCardResult silent() {
        return new BankCardResult.Unreadable();
    }

    @Override
    public BankCardResult removed() {
        return new BankCardResult.Removed();
    }

    @Override
    public BankCardResult noCard() {
        return new BankCardResult.NoCard();
    }

    @Override
    public BankCardResult cancelled() {
        return new BankCardResult.Cancelled();
    }

    @Override
    public BankCardResult failed(DeviceFault fault) {
        return new BankCardResult.Failed(fault);
    }
}
