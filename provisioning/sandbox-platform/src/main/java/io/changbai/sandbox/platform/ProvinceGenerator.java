package io.changbai.sandbox.platform;

import io.changbai.sandbox.platform.Resident.Contribution;
import io.changbai.sandbox.platform.Resident.SocialCard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invents the province 八九省. The same seed gives the same people; who works has one month more each month. The first of them have fixed names and numbers,
 * one for each thing that is easily got wrong: long names, rare characters, no contributions.
 */
final class ProvinceGenerator {

    private static final String REGION = "890101";
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
    private static final String GIVEN = "明丽强芳伟娜军敏静勇艳杰娟涛超秀霞平刚桂英华玉兰";

    private final long seed;
    private final Random random;
    private final YearMonth lastMonth;
    private int cards;

    ProvinceGenerator(long seed, YearMonth now) {
        this.seed = seed;
        this.random = new Random(seed);
        this.lastMonth = now.minusMonths(1);
    }

    /** @param others how many beside the fixed ones */
    List<Resident> generate(int others) {
        List<Resident> people = new ArrayList<>();
        people.add(worker("wang-min", "王小民", "1985-03-12", 1, "01"));
        people.add(pensioner("li-guilan", "李桂兰", "1956-07-08", 2, "01"));
        people.add(pensioner("zhao-changshan", "赵长山", "1948-11-30", 5, "01"));
        people.add(worker("dot-name", "阿依古丽·买买提", "1990-05-21", 4, "05"));
        people.add(worker(
                "rare-name", "李𤧛", "1979-09-02", 7, "01")); // U+249DB, extension B: two UTF-16 units on the card
        people.add(worker("ext-a-name", "张㭎", "1988-12-19", 9, "01")); // U+3B4E, extension A
        people.add(worker("long-name", "阿卜杜热合曼·阿卜杜克热木江·买买提图尔荪江尼亚孜", "1983-01-15", 11, "05")); // 25 characters
        people.add(person("no-contributions", "孙晓雨", LocalDate.parse("2008-02-29"), 12, "01", false, List.of()));
        for (int i = 1; i <= others; i++) {
            people.add(random(i));
        }
        return List.copyOf(people);
    }

    private Resident worker(String key, String name, String born, int sequence, String nation) {
        LocalDate birth = LocalDate.parse(born);
        YearMonth first = YearMonth.from(birth).plusYears(22);
        return person(key, name, birth, sequence, nation, false, career(key, first, lastMonth));
    }

    private Resident pensioner(String key, String name, String born, int sequence, String nation) {
        LocalDate birth = LocalDate.parse(born);
        int age = sequence % 2 == 1 ? 60 : 55;
        YearMonth first = YearMonth.from(birth).plusYears(age - 20L);
        YearMonth retired = YearMonth.from(birth).plusYears(age);
        return person(key, name, birth, sequence, nation, true, career(key, first, retired));
    }

    /** From a source of its own, so that a month more in one life leaves everybody else as they were. */
    private List<Contribution> career(String key, YearMonth from, YearMonth to) {
        return new Careers(new Random(seed * 31 + key.hashCode())).between(from, to);
    }

    private Resident random(int index) {
        String key = String.format("resident-%02d", index);
        String name = pick(SURNAMES) + pick(GIVEN) + (random.nextBoolean() ? pick(GIVEN) : "");
        boolean old = random.nextInt(4) == 0;
        LocalDate born = LocalDate.of(old ? 1950 : 1970, 1, 1).plusDays(random.nextInt(old ? 4_000 : 11_000));
        int sequence = 100 + index;
        return old
                ? pensioner(key, name, born.toString(), sequence, "01")
                : worker(key, name, born.toString(), sequence, "01");
    }

    private Resident person(
            String key,
            String name,
            LocalDate born,
            int sequence,
            String nation,
            boolean pensioner,
            List<Contribution> contributions) {
        cards++;
        LocalDate validFrom = LocalDate.of(2019, 6, 1).plusDays(cards);
        // A card is for 20 years, and for good from 46 on.
        boolean forGood = born.plusYears(46).isBefore(validFrom);
        return new Resident(
                key,
                name,
                CitizenNumber.of(REGION, born, sequence),
                sequence % 2 == 1 ? "1" : "2",
                nation,
                born.toString(),
                "八九省一〇一县银杏路" + cards + "号",
                "八九省一〇一县公安局",
                validFrom.toString(),
                forGood ? null : validFrom.plusYears(20).toString(),
                pensioner,
                socialCard(),
                "CBEC-" + hex(24),
                contributions);
    }

    private SocialCard socialCard() {
        LocalDate issued = LocalDate.of(2020, 5, 1).plusDays(cards);
        return new SocialCard(
                "2.00",
                REGION,
                String.format("A%08d", 12_345_600 + cards),
                // LD/T 32: a card's identification begins with the issuing city in BCD
                REGION + hex(26),
                issued.toString(),
                issued.plusYears(10).toString());
    }

    private String hex(int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            text.append("0123456789ABCDEF".charAt(random.nextInt(16)));
        }
        return text.toString();
    }

    private String pick(String from) {
        return String.valueOf(from.charAt(random.nextInt(from.length())));
    }
}
