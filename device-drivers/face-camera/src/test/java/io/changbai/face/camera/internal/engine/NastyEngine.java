package io.changbai.face.camera.internal.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An engine on its worst day, run as a process of its own. It knows the protocol from the page, not from our classes. */
public final class NastyEngine {

    static final String GOOD =
            "faces=1\nquality.SingleFacePresent=100\nquality.InterEyeDistance=60\nquality.Sharpness=90\n";

    private final DataInputStream in = new DataInputStream(System.in);
    private final DataOutputStream out = new DataOutputStream(System.out);
    private final String mood;

    private NastyEngine(String mood) {
        this.mood = mood;
    }

    /** The command that starts one; {@code mood} may be followed by a file that says it was there before. */
    public static List<String> command(String mood) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of("target/test-classes").toAbsolutePath().toString();
        return List.of(
                java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", classes, NastyEngine.class.getName(), mood);
    }

    public static void main(String[] args) throws Exception {
        new NastyEngine(args[0]).live();
    }

    private void live() throws Exception {
        atTheStart();
        while (true) {
            in.readInt(); // magic, version, type: the driver's are right
            int id = in.readInt();
            int length = in.readInt();
            in.readNBytes(length);
            answer(id, length);
        }
    }

    private void atTheStart() throws Exception {
        switch (mood) {
            case "crashes-at-start" -> {
                System.err.println("no such library: libvendor.so");
                System.exit(1);
            }
            case "unavailable" -> System.exit(69);
            case "silent", "deaf" -> Thread.sleep(60_000);
            case "garbage-at-start" -> {
                out.write(new byte[5_000]);
                Thread.sleep(60_000);
            }
            default -> {
                // nasty later
            }
        }
    }

    private void answer(int id, int length) throws Exception {
        if (length == 0) {
            say(0x81, id, mood.equals("refuses-licence") ? "" : "engine=nasty\nversion=1\nliveness=silent\n");
        } else if (length == 8_180) {
            forgets(id);
        } else {
            assess(id);
        }
    }

    private void forgets(int id) throws IOException {
        say(0x83, id, "");
    }

    private void assess(int id) throws Exception {
        switch (mood) {
            case "crashes" -> System.exit(134);
            case "hangs" -> Thread.sleep(60_000);
            case "garbage" -> out.write(new byte[10_000]);
            case "oversize" -> header(0x82, id, 70_000);
            case "negative" -> header(0x82, id, -1);
            case "half" -> header(0x82, id, 500);
            case "other-id" -> say(0x82, id + 7, GOOD + "liveness=live\n");
            case "other-type" -> say(0x81, id, GOOD + "liveness=live\n");
            case "no-text" -> say(0x82, id, "\u0000\u0001 what?");
            case "no-liveness" -> say(0x82, id, GOOD);
            case "score-101" -> say(0x82, id, GOOD + "quality.HeadSize=101\nliveness=live\n");
            case "unreadable" -> say(0xFF, id, "code=picture\n");
            case "internal" -> say(0xFF, id, "code=internal\nreason=out of ideas\n");
            case "far" -> say(0x82, id, "faces=1\nquality.InterEyeDistance=3\nliveness=live\n");
            case "spoof", "unsure", "notChecked" -> say(0x82, id, GOOD + "liveness=" + mood + "\n");
            default -> betterOnes(id);
        }
    }

    /** {@code crashes-once:<file>} and everything else is good. */
    private void betterOnes(int id) throws IOException {
        if (mood.startsWith("crashes-once:") && !Files.exists(Path.of(mood.substring(13)))) {
            Files.createFile(Path.of(mood.substring(13)));
            Runtime.getRuntime().halt(139);
        }
        say(0x82, id, GOOD + "liveness=live\n");
    }

    private void header(int type, int id, int length) throws IOException {
        out.writeShort(0x4346);
        out.writeByte(1);
        out.writeByte(type);
        out.writeInt(id);
        out.writeInt(length);
        out.flush();
    }

    private void say(int type, int id, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header(type, id, bytes.length);
        out.write(bytes);
        out.flush();
    }
}
