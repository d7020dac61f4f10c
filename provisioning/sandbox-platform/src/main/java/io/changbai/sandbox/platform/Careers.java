package io.changbai.sandbox.platform;

import io.changbai.sandbox.platform.Resident.Contribution;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents working lives: employers one after the other, gaps between them, a new contribution base each July. */
final class Careers {

    private static final List<String> EMPLOYERS = List.of(
            "八九省银杏纺织有限公司",
            "八九省一零一建筑集团有限公司",
            "一〇一市长河食品加工厂",
            "八九省青松人力资源服务有限公司",
            "一〇二县人民医院",
            "一〇一市第三实验小学",
            "八九省云杉物流股份有限公司",
            "灵活就业人员");

    private final Random random;

    Careers(Random random) {
        this.random = random;
    }

    /** @param to inclusive; nothing when it lies before {@code from} */
    List<Contribution> between(YearMonth from, YearMonth to) {
        List<Contribution> career = new ArrayList<>();
        YearMonth month = from;
        long base = 250_000 + random.nextInt(150_000);
        while (!month.isAfter(to)) {
            String employer = EMPLOYERS.get(random.nextInt(EMPLOYERS.size()));
            YearMonth last = earlier(month.plusMonths(24 + random.nextInt(72)), to);
            base = job(career, employer, month, last, base);
            month = last.plusMonths(1 + random.nextInt(5)); // between two jobs
        }
        return List.copyOf(career);
    }

    private long job(List<Contribution> career, String employer, YearMonth from, YearMonth to, long firstBase) {
        long base = firstBase;
        YearMonth month = from;
        while (!month.isAfter(to)) {
            YearMonth last = earlier(nextJune(month), to);
            for (String insurance : insurances(employer)) {
                career.add(new Contribution(insurance, employer, month, last, base));
            }
            base = base + base / 100 * (3 + random.nextInt(5));
            month = last.plusMonths(1);
        }
        return base;
    }

    /** Who works for himself has no unemployment insurance. */
    private static List<String> insurances(String employer) {
        return employer.startsWith("灵活")
                ? List.of("PENSION", "MEDICAL")
                : List.of("PENSION", "MEDICAL", "UNEMPLOYMENT");
    }

    private static YearMonth nextJune(YearMonth month) {
        return YearMonth.of(month.getMonthValue() <= 6 ? month.getYear() : month.getYear() + 1, 6);
    }

    private static YearMonth earlier(YearMonth a, YearMonth b) {
        return a.isBefore(b) ? a : b;
    }
}
