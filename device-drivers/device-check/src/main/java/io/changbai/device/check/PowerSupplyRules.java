package io.changbai.device.check;

import io.changbai.device.api.signal.PowerSupply;
import io.changbai.device.contract.PowerSupplyContract;

/** Run by the command, found by name. */
final class PowerSupplyRules extends Rules<PowerSupply, PowerSupplyContract.PowerHands>
        implements PowerSupplyContract {}
