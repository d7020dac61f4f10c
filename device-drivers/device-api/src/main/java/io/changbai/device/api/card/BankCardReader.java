package io.changbai.device.api.card;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import java.time.Duration;

/**
 * Tells which bank account a card stands for, by the last four digits of its number and nothing else. Only for services
 * that ask a person "is it this account?"; no payment is ever begun.
 */
public interface BankCardReader extends Device {

    /** @param patience how long to wait for a card */
    DeviceCommand<BankCardResult> lastFour(Duration patience);
}
