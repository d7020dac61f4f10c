package io.changbai.acceptance.bench.qr;

import io.changbai.device.api.scanner.CodePictures;
import io.changbai.device.api.scanner.ScannedCode;
import io.changbai.device.check.DeviceHost;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * How many codes in pictures are read, beside plain ZXing, zxing-cpp and zbar on the same grey pixels in the same run; what a
 * picture and a camera frame cost; how long the first resident waits.
 */
public final class QrBench {

    private static final double MAX_P50_MS = 1;
    private static final double MAX_FRAME_MS = 12;
    private static final double MAX_FIRST_RATIO = 0.2;
    private static final long FRAME_SEED = 720;

    private QrBench() {}

    /**
     * @param folder pictures with their texts; without one, {@code count} are drawn from {@code seed}
     * @return whether every promise held
     */
    public static boolean run(Optional<Path> folder, int count, long seed, PrintStream out) throws IOException {
        List<TestPicture> pictures =
                folder.isPresent() ? PictureFolder.read(folder.get()) : OwnPictures.take(count, seed);
        Map<String, Map<Verdict, Integer>> others = outside(pictures, out);
        try (DeviceHost host = DeviceHost.start(Map.of())) {
            CodePictures codes = host.service(CodePictures.class, Duration.ofSeconds(20));
            Timed plain = Timed.read(pictures, picture -> PlainZxing.read(picture.grey()));
            Timed ours = Timed.read(
                    pictures,
                    picture -> codes.read(picture.grey()).map(ScannedCode::text).orElse(""));
            FrameBench frames = FrameBench.run(codes, FRAME_SEED);
            return report(pictures, ours, plain, others, frames, FirstDecode.ratio(), out);
        }
    }

    private static Map<String, Map<Verdict, Integer>> outside(List<TestPicture> pictures, PrintStream out)
            throws IOException {
        Map<String, Map<Verdict, Integer>> all = new LinkedHashMap<>();
        Path png = Files.createTempFile("changbai-bench", ".png");
        try {
            for (OutsideReader reader : OutsideReader.ALL) {
                if (!reader.isThere()) {
                    out.println(reader.command().get(0) + " is not installed; its rate is left out");
                    continue;
                }
                Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
                for (TestPicture picture : pictures) {
                    write(picture, png);
                    verdicts.merge(reader.read(png, picture), 1, Integer::sum);
                }
                all.put(reader.name(), verdicts);
            }
        } finally {
            Files.delete(png);
        }
        return all;
    }

    private static void write(TestPicture picture, Path png) throws IOException {
        int width = picture.grey().width();
        int height = picture.grey().height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, picture.grey().pixels());
        ImageIO.write(image, "png", png.toFile());
    }

    private static boolean report(
            List<TestPicture> pictures,
            Timed ours,
            Timed plain,
            Map<String, Map<Verdict, Integer>> others,
            FrameBench frames,
            double firstRatio,
            PrintStream out) {
        long codes = pictures.stream().filter(TestPicture::hasCode).count();
        double rate = (double) ours.count(Verdict.RIGHT) / codes;
        double plainRate = (double) plain.count(Verdict.RIGHT) / codes;
        out.printf(Locale.ROOT, "%d pictures with a code, %d without%n", codes, pictures.size() - codes);
        table(out, "ours", rate, ours.count(Verdict.WRONG), ours.count(Verdict.FALSE));
        out.printf(
                Locale.ROOT,
                "           CPU ms per picture: median %.2f, p95 %.1f, max %.1f%n",
                ours.percentile(0.5),
                ours.percentile(0.95),
                ours.percentile(1));
        table(out, "plain", plainRate, plain.count(Verdict.WRONG), plain.count(Verdict.FALSE));
        out.printf(Locale.ROOT, "           CPU ms per picture: median %.2f%n", plain.percentile(0.5));
        StringBuilder peers = new StringBuilder();
        double best = plainRate;
        for (OutsideReader reader : OutsideReader.ALL) {
            Map<Verdict, Integer> verdicts = others.get(reader.name());
            if (verdicts == null) {
                peers.append(' ').append(reader.name()).append("=none");
                continue;
            }
            double peer = (double) verdicts.getOrDefault(Verdict.RIGHT, 0) / codes;
            best = Math.max(best, peer);
            peers.append(String.format(Locale.ROOT, " %s=%.3f", reader.name(), peer));
            table(
                    out,
                    reader.name(),
                    peer,
                    verdicts.getOrDefault(Verdict.WRONG, 0),
                    verdicts.getOrDefault(Verdict.FALSE, 0));
        }
        out.printf(
                Locale.ROOT,
                "frames of 720p: read within half a second %.3f, wrong %d; CPU ms median %.1f, p99 %.1f, max %.1f%n",
                frames.readShare(),
                frames.wrong(),
                frames.p50(),
                frames.p99(),
                frames.max());
        boolean held = rate > best
                && others.size() == OutsideReader.ALL.size()
                && ours.count(Verdict.WRONG) == 0
                && ours.count(Verdict.FALSE) == 0
                && ours.percentile(0.5) <= MAX_P50_MS
                && frames.p99() <= MAX_FRAME_MS
                && frames.wrong() == 0
                && firstRatio <= MAX_FIRST_RATIO;
        out.printf(
                Locale.ROOT,
                "BENCH qr images=%d rate=%.3f plain=%.3f%s wrong=%d false=%d p50_ms=%.2f frame_p99_ms=%.1f first_ratio=%.2f"
                        + " goal=%s%n",
                pictures.size(),
                rate,
                plainRate,
                peers,
                ours.count(Verdict.WRONG),
                ours.count(Verdict.FALSE),
                ours.percentile(0.5),
                frames.p99(),
                firstRatio,
                held ? "held" : "missed");
        return held;
    }

    private static void table(PrintStream out, String name, double rate, long wrong, long falsely) {
        out.printf(Locale.ROOT, "%-10s read %.3f, wrong %d, false %d%n", name, rate, wrong, falsely);
    }
}
