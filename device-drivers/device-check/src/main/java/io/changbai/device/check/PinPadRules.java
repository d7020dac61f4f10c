package io.changbai.device.check;

import io.changbai.device.api.pin.PinPad;
import io.changbai.device.contract.PinPadContract;

/** Run by the command, found by name. */
final class PinPadRules extends Rules<PinPad, PinPadContract.PinHands> implements PinPadContract {}
