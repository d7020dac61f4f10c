package io.changbai.acceptance.bench.qr;

import io.changbai.device.api.scanner.CodePictures;
import io.changbai.device.api.scanner.CodeWatch;
import io.changbai.device.api.scanner.ScannedCode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Camera frames of 720p: each is shown for half a second (8 frames) or until it was read. */
record FrameBench(double p50, double p99, double max, double readShare, int wrong) {

    private static final int SCENES = 60;
    private static final int SHOWN = 8;

    static FrameBench run(CodePictures pictures, long seed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<TestPicture> scenes = IntStream.range(0, SCENES)
                .parallel()
                .mapToObj(i -> OwnPictures.frame(seed, i))
                .toList();
        double[] millis = new double[2 * SCENES * SHOWN];
        int frames = 0;
        int read = 0;
        int wrong = 0;
        for (int round = 0; round < 2; round++) { // the first warms up
            frames = 0;
            read = 0;
            wrong = 0;
            for (TestPicture scene : scenes) {
                CodeWatch watch = pictures.watch();
                Optional<ScannedCode> code = Optional.empty();
                for (int shown = 0; shown < SHOWN && code.isEmpty(); shown++) {
                    long begin = threads.getCurrentThreadCpuTime();
                    code = watch.next(scene.grey());
                    millis[frames++] = (threads.getCurrentThreadCpuTime() - begin) / 1e6;
                }
                Verdict verdict = Verdict.of(code.map(ScannedCode::text).orElse(""), scene);
                read += verdict == Verdict.RIGHT ? 1 : 0;
                wrong += verdict == Verdict.WRONG || verdict == Verdict.FALSE ? 1 : 0;
            }
        }
        double[] sorted = Arrays.copyOf(millis, frames);
        Arrays.sort(sorted);
        long withCode = scenes.stream().filter(TestPicture::hasCode).count();
        return new FrameBench(
                sorted[frames / 2],
                sorted[Math.min(frames - 1, frames * 99 / 100)],
                sorted[frames - 1],
                (double) read / withCode,
                wrong);
    }
}
