package io.changbai.device.check;

import io.changbai.device.api.card.SocialCardReader;
import io.changbai.device.contract.SocialCardReaderContract;

/** Run by the command, found by name. */
final class SocialCardReaderRules extends Rules<SocialCardReader, SocialCardReaderContract.SocialCardHands>
        implements SocialCardReaderContract {}
