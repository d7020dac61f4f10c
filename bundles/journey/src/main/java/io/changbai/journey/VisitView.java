package io.changbai.journey;

import java.util.OptionalInt;

/**
 * Everything the screen shows. Holds masked data only.
 *
 * @param revision counts up with every change and never repeats within a start of the application
 * @param language {@code zh-CN} or {@code en}
 * @param secondsLeft when a time-out warning lies over the screen: seconds until the visit is wiped
 */
public record VisitView(long revision, String language, String site, Screen screen, OptionalInt secondsLeft) {}
