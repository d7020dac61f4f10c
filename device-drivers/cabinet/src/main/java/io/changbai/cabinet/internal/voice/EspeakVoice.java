package io.changbai.cabinet.internal.voice;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program {@code espeak-ng}, one process for each sentence, its sound piped into another program. No shell; the text
 * goes by standard input, because the list of processes is open to everybody on the machine.
 */
final class EspeakVoice implements Voice {

    private final String program;
    private final Map<String, String> voices;
    private final int wordsPerMinute;
    private final List<String> sink;

    /**
     * @param program name on the path, or a path
     * @param voices espeak-ng's voice by language
     * @param sink command that reads a WAV file from standard input
     */
    EspeakVoice(String program, Map<String, String> voices, int wordsPerMinute, List<String> sink) {
        this.program = program;
        this.voices = Map.copyOf(voices);
        this.wordsPerMinute = wordsPerMinute;
        this.sink = List.copyOf(sink);
    }

    @Override
    public boolean speaks(String language) {
        return voices.containsKey(language);
    }

    @Override
    public void check() throws IOException {
        for (String each : List.of(program, sink.get(0))) {
            if (!isThere(each)) {
                throw new IOException("there is no program " + each);
            }
        }
    }

    private static boolean isThere(String name) {
        if (name.contains("/")) {
            return Files.isExecutable(Path.of(name));
        }
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return List.of(path.split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    @Override
    public Speaking begin(String text, String language, int loudness) throws IOException {
        List<String> words = List.of(
                program,
                "-b",
                "1",
                "-v",
                voices.get(language),
                "-s",
                String.valueOf(wordsPerMinute),
                "-a",
                String.valueOf(loudness),
                "--stdin",
                "--stdout");
        List<ProcessBuilder> line = new ArrayList<>();
        line.add(new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD));
        line.add(new ProcessBuilder(sink)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
        List<Process> started = ProcessBuilder.startPipeline(line);
        try (OutputStream in = started.get(0).getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8)); // at most 4 kB: fits the pipe, never blocks
        } catch (IOException e) {
            started.forEach(Process::destroyForcibly);
            throw e;
        }
        return new Pipeline(started.get(0), started.get(1));
    }

    @Override
    public void close() {}

    private static final class Pipeline implements Speaking {
        private final Process voice;
        private final Process sink;

        Pipeline(Process voice, Process sink) {
            this.voice = voice;
            this.sink = sink;
        }

        @Override
        public boolean await(Duration patience) throws IOException {
            try {
                boolean ended = sink.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    return false;
                }
                if (sink.exitValue() != 0) {
                    throw new NoSoundException("the program for sound ended with " + sink.exitValue());
                }
                if (!voice.waitFor(1, TimeUnit.SECONDS) || voice.exitValue() != 0) {
                    throw new IOException("the voice did not end well");
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the driver ends; stop() follows
                return false;
            }
        }

        @Override
        public void stop() {
            sink.destroyForcibly();
            voice.destroyForcibly();
        }
    }
}
