package io.changbai.card.reader.internal.samv;

import java.time.Duration;

/**
 * How cards are read on this terminal.
 *
 * @param poll between two looks for a card
 * @param appendedAddress whether the address written to the chip after a move is asked for
 */
record ReadingRules(Duration poll, boolean appendedAddress) {}
