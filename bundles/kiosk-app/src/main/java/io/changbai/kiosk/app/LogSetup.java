package io.changbai.kiosk.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;

/**
 * Logging without an XML file, which costs start-up time: to the folder named by the system property
 * {@code changbai.log}, five files of 10 MB at most, else to standard error.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %-20.20thread %logger{20} - %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        String folder = System.getProperty("changbai.log");
        OutputStreamAppender<ILoggingEvent> appender = folder == null ? console() : files(loggers, folder);
        appender.setContext(loggers);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(loggers);
        encoder.setPattern(LINE);
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
        var root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        loggers.getLogger("io.changbai").setLevel(Level.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static OutputStreamAppender<ILoggingEvent> console() {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget("System.err");
        return console;
    }

    private static OutputStreamAppender<ILoggingEvent> files(LoggerContext loggers, String folder) {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setFile(folder + "/changbai.log");
        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(loggers);
        window.setParent(file);
        window.setFileNamePattern(folder + "/changbai.%i.log");
        window.setMinIndex(1);
        window.setMaxIndex(4);
        window.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(loggers);
        size.setMaxFileSize(FileSize.valueOf("10MB"));
        size.start();
        file.setRollingPolicy(window);
        file.setTriggeringPolicy(size);
        return file;
    }
}
