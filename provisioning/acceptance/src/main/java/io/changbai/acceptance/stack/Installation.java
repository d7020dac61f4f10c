package io.changbai.acceptance.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the built parts lie.
 *
 * @param home root of the checkout
 */
public record Installation(Path home) {

    /** The checkout this program was started in. */
    public static Installation here() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("changbai"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not started inside a checkout of Changbai");
        }
        return new Installation(folder);
    }

    public Path image(String name) {
        return home.resolve("bundles/kiosk-app/target/image").resolve(name);
    }

    /**
     * The reference face engine as the camera's driver starts it: a list of words; empty where it was not built. Libraries
     * are unpacked beside it, once for all stacks of this checkout.
     */
    public List<String> faceEngine() {
        Path built = home.resolve("device-drivers/face-engine/target");
        Path jar = built.resolve("engine/face-engine.jar");
        boolean usable = Files.exists(jar) && !jar.toString().contains(",");
        return usable
                ? List.of(
                        jvm(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.bytedeco.javacpp.cachedir=" + built.resolve("natives"),
                        "-jar",
                        jar.toString())
                : List.of();
    }

    /** A JVM with the class path of the central side. */
    public List<String> java(String mainClass, List<String> jvmOptions, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(jvm());
        words.addAll(jvmOptions);
        words.addAll(List.of("-cp", centralClassPath(), mainClass));
        words.addAll(arguments);
        return words;
    }

    /** The launcher of an image. */
    public List<String> launcher(String image, List<String> jvmOptions, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(jvm());
        words.addAll(jvmOptions);
        words.addAll(List.of("-jar", image(image).resolve("launcher.jar").toString()));
        words.addAll(arguments);
        return words;
    }

    public static String jvm() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String centralClassPath() {
        return home.resolve("provisioning/acceptance/target/classes")
                + File.pathSeparator
                + home.resolve("provisioning/acceptance/target/lib")
                + "/*";
    }

    /** Full path of a program on the search path or in the system's own folders; null when it is not installed. */
    public static Path program(String name) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
