package io.changbai.acceptance.bench.qr;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** How long a reader in this process takes for each picture: CPU of its thread, the best of three, after two warm-up rounds. */
record Timed(Verdict[] verdicts, double[] millis) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 3;

    static Timed read(List<TestPicture> pictures, Function<TestPicture, String> reader) {
        Timed timed = new Timed(new Verdict[pictures.size()], new double[pictures.size()]);
        Arrays.fill(timed.millis, Double.MAX_VALUE);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (int i = 0; i < pictures.size(); i++) {
                long begin = THREADS.getCurrentThreadCpuTime();
                String text = reader.apply(pictures.get(i));
                double millis = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
                timed.verdicts[i] = Verdict.of(text, pictures.get(i));
                if (round >= WARM_UP) {
                    timed.millis[i] = Math.min(timed.millis[i], millis);
                }
            }
        }
        return timed;
    }

    long count(Verdict verdict) {
        return Arrays.stream(verdicts).filter(each -> each == verdict).count();
    }

    /** @param share 0.5 for the median */
    double percentile(double share) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
}
