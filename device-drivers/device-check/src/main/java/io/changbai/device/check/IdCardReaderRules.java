package io.changbai.device.check;

import io.changbai.device.api.card.IdCardReader;
import io.changbai.device.contract.IdCardReaderContract;

/** Run by the command, found by name. */
final class IdCardReaderRules extends Rules<IdCardReader, IdCardReaderContract.IdCardHands>
        implements IdCardReaderContract {}
