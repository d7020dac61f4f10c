package io.changbai.acceptance;

import io.changbai.acceptance.stack.Installation;
import io.changbai.acceptance.stack.Stack;
import io.changbai.acceptance.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One real stack for all tests that ask for a {@link Stack}: started by the first, ended after the last. A part of the
 * middleware that is not installed fails the tests, because here nothing may be skipped.
 */
final class RunningStack implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(RunningStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent("stack", key -> start(), Started.class)
                .stack();
    }

    /** Lets JUnit close the stack with its store. */
    private record Started(Stack stack, Path data) implements AutoCloseable, ExtensionContext.Store.CloseableResource {
        @Override
        public void close() throws IOException {
            stack.close();
            try (Stream<Path> all = Files.walk(data)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static Started start() {
        try {
            Path data = Files.createTempDirectory("changbai-acceptance");
            StackOptions options = new StackOptions(freeBase(), data, Optional.empty(), Optional.empty(), true, true);
            return new Started(Stack.start(Installation.here(), options, failing()), data);
        } catch (IOException e) {
            throw new IllegalStateException("the stack did not start: " + e.getMessage(), e);
        }
    }

    /** A note says that something is not active; in a test that is a failure. */
    private static PrintStream failing() {
        return new PrintStream(System.err, true) {
            @Override
            public void println(String line) {
                throw new IllegalStateException(line);
            }
        };
    }

    /** A base below which all ports of a stack are free. */
    static int freeBase() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = 20_000 + 100 * random.nextInt(100);
            if (Stream.of(1, 2, 3, 4, 5, 6, 43, 44, 60, 80, 83, 90).allMatch(offset -> isFree(base + offset))) {
                return base;
            }
        }
        throw new IllegalStateException("no hundred free ports found");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
