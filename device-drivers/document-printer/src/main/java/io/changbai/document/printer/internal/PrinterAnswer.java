package io.changbai.document.printer.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.Supply;
import io.changbai.device.api.Supply.Level;
import io.changbai.device.api.print.PrintResult.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a printer says of itself.
 *
 * @param stopped printer-state is 5
 * @param reasons printer-state-reasons as they came, with their suffixes
 * @param markerLevels 0 to 100, or negative for what is not known
 * @param trays one per tray, as RFC 8011's successors write them: {@code level=250;maxcapacity=500;…}
 * @param paper what it can do with paper
 */
record PrinterAnswer(
        boolean stopped,
        boolean accepting,
        boolean takesPdf,
        List<String> reasons,
        List<String> markerNames,
        List<String> markerTypes,
        List<Integer> markerLevels,
        List<String> trays,
        PaperHandling paper) {

    private static final int LOW_PERCENT = 10;

    List<DeviceFault> faults() {
        List<DeviceFault> faults = new ArrayList<>();
        for (String reason : reasons) {
            StateReason.of(reason)
                    .map(StateReason::fault)
                    .filter(f -> isNew(faults, f))
                    .ifPresent(faults::add);
        }
        if (!takesPdf) {
            faults.add(StateReason.NO_PDF);
        }
        if (!isUsable() && faults.stream().noneMatch(fault -> fault.severity() == Severity.FAULT)) {
            faults.add(accepting ? StateReason.STOPPED : StateReason.NOT_ACCEPTING);
        }
        return faults;
    }

    private static boolean isNew(List<DeviceFault> faults, DeviceFault fault) {
        return faults.stream().noneMatch(known -> known.code().equals(fault.code()));
    }

    Availability availability() {
        if (isUsable()) {
            return Availability.ONLINE;
        }
        return blocked().map(PrinterAnswer::availability).orElse(Availability.OFFLINE);
    }

    /** Why it cannot print now; empty when it can. */
    Optional<Reason> blocked() {
        if (isUsable()) {
            return Optional.empty();
        }
        return Optional.of(worst().orElse(takesPdf && accepting ? Reason.DEVICE_ERROR : Reason.REFUSED));
    }

    /** What a person would have to do something about, whether or not it has stopped the printer. */
    Optional<Reason> worst() {
        return reasons.stream()
                .flatMap(reason -> StateReason.of(reason).stream())
                .filter(reason -> reason.meaning().blocks())
                .map(reason -> reason.meaning().result())
                .findFirst();
    }

    private boolean isUsable() {
        return !stopped
                && accepting
                && takesPdf
                && reasons.stream()
                        .flatMap(reason -> StateReason.of(reason).stream())
                        .noneMatch(
                                reason -> reason.isError() && reason.meaning().blocks());
    }

    private static Availability availability(Reason reason) {
        return switch (reason) {
            case COVER_OPEN -> Availability.USER_ERROR;
            case JAMMED -> Availability.HARDWARE_ERROR;
            default -> Availability.OFFLINE;
        };
    }

    List<Supply> supplies() {
        List<Supply> supplies = new ArrayList<>();
        supplies.add(paperSupply());
        for (int i = 0; i < markerLevels.size(); i++) {
            String type = i < markerTypes.size() ? markerTypes.get(i) : "toner";
            if (!type.startsWith("waste")) { // there a level says how full it is
                supplies.add(marker(i, markerLevels.get(i)));
            }
        }
        return supplies;
    }

    /** What the reasons say goes before what the trays count: a tray's sensor is coarse, an empty one stops the printer. */
    private Supply paperSupply() {
        OptionalInt percent = InputTray.percent(trays);
        if (says(StateReason.Meaning.PAPER_OUT)) {
            return Supply.of("a4-paper", Level.OUT);
        }
        boolean low = says(StateReason.Meaning.PAPER_LOW) || percent.orElse(100) <= LOW_PERCENT;
        return new Supply("a4-paper", low ? Level.LOW : Level.FULL, percent);
    }

    private boolean says(StateReason.Meaning meaning) {
        return reasons.stream()
                .flatMap(reason -> StateReason.of(reason).stream())
                .anyMatch(reason -> reason.meaning() == meaning);
    }

    private Supply marker(int index, int level) {
        String given = index < markerNames.size() ? markerNames.get(index).toLowerCase(Locale.ROOT) : "";
        String name = given.contains("black") ? "toner-black" : slug(given, index);
        if (level < 0 || level > 100) {
            return Supply.of(name, Level.UNKNOWN);
        } else if (level == 0) {
            return new Supply(name, Level.OUT, OptionalInt.of(0));
        }
        return new Supply(name, level <= LOW_PERCENT ? Level.LOW : Level.FULL, OptionalInt.of(level));
    }

    private static String slug(String given, int index) {
        String slug = given.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() || slug.length() > 40 ? "toner-" + (index + 1) : slug;
    }
}
