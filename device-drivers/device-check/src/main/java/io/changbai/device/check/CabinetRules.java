package io.changbai.device.check;

import io.changbai.device.api.signal.Cabinet;
import io.changbai.device.contract.CabinetContract;

/** Run by the command, found by name. */
final class CabinetRules extends Rules<Cabinet, CabinetContract.CabinetHands> implements CabinetContract {}
