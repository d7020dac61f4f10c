package io.changbai.device.emulators;

import io.changbai.device.emulators.SyntheticIdCard.Foreigner;
import io.changbai.device.emulators.SyntheticIdCard.Print;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Cards that make drivers stumble, by name. The people are invented; numbers of region 89 exist nowhere. */
public final class SampleIdCards {
    private static final String NUMBER = "890101197304050023";

    private static final Map<String, Supplier<SyntheticIdCard>> BY_NAME = new TreeMap<>(Map.ofEntries(
            Map.entry("long-validity", () -> resident("王小民", NUMBER, null)),
            Map.entry("middle-dot", () -> resident("阿布都·克里木", NUMBER, end())),
            Map.entry("rare-character", () -> resident("李\uD840\uDC0B", NUMBER, end())), // Ext B: a surrogate pair
            Map.entry("private-use", () -> resident("张\uE863", NUMBER, end())), // before it had a number of its own
            Map.entry("moved", () -> resident("赵迁居", NUMBER, end()).withAppendedAddress("八九省一〇二县白桦街 2号")),
            Map.entry("wrong-check-digit", () -> resident("钱校验", "890101197304050024", end())),
            Map.entry("permit", () -> permit("陈大文", "810000199001010019")),
            Map.entry("permit-moved", () -> permit("林小美", "830000199001010020").withAppendedAddress("八九省一〇二县白桦街 3号")),
            Map.entry("permanent-resident-2017", SampleIdCards::permanent2017),
            Map.entry("permanent-resident-2023", SampleIdCards::permanent2023),
            Map.entry("unknown-kind", () -> resident("孙未知", NUMBER, end()).withFlag('K')),
            Map.entry("not-an-id-card", SyntheticIdCard::notAnIdCard)));

    private SampleIdCards() {}

    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    public static Optional<SyntheticIdCard> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).map(Supplier::get);
    }

    private static SyntheticIdCard resident(String name, String number, LocalDate validTo) {
        return SyntheticIdCard.resident(print(name, number, validTo));
    }

    private static SyntheticIdCard permit(String name, String number) {
        return SyntheticIdCard.permit(print(name, number, end()), "H12345678", "01");
    }

    private static Print print(String name, String number, LocalDate validTo) {
        LocalDate born = LocalDate.of(1973, 4, 5);
        LocalDate from = LocalDate.of(2019, 1, 1);
        return new Print(name, "2", "01", born, "八九省一〇一县银杏路 1号", number, "八九省一〇一县公安局", from, validTo);
    }

    private static LocalDate end() {
        return LocalDate.of(2039, 1, 1);
    }

    /** Sixty characters of English name: all there is room for. */
    private static SyntheticIdCard permanent2017() {
        String name = "ALEXANDRINA WILHELMINA EXAMPLE-MONTGOMERY FEATHERSTONE-HAUGH";
        return SyntheticIdCard.permanentResident2017(
                foreigner(name, "范安娜", "ZZZ890185061500", LocalDate.of(1985, 6, 15), "01"), "8901");
    }

    /** The 35th character is a space, where the first part of the name ends. */
    private static SyntheticIdCard permanent2023() {
        String name = "MAXIMILIANA CONSTANTIA VAN DE BERG EXAMPLESON";
        return SyntheticIdCard.permanentResident2023(
                foreigner(name, "", "922840198506150014", LocalDate.of(1985, 6, 15), "02"), "A01");
    }

    private static Foreigner foreigner(String english, String chinese, String number, LocalDate born, String extra) {
        LocalDate from = LocalDate.of(2024, 1, 1);
        return new Foreigner(english, chinese, "2", born, number, "ZZZ", from, LocalDate.of(2034, 1, 1), extra);
    }
}
