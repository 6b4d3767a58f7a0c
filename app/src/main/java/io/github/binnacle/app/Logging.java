package io.github.binnacle.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Decides what {@code java.util.logging} does, when something first logs: the engine host tells its
 * log, which its standard error is; commands speak for themselves, and log only if {@code
 * BINNACLE_LOG} names a level.
 */
public final class Logging {
    private static final String LEVEL = "binnacle.log.level";

    /** Made by the log manager. */
    public Logging() throws IOException {
        String settings =
                """
                handlers = java.util.logging.ConsoleHandler
                .level = %s
                java.util.logging.ConsoleHandler.level = ALL
                java.util.logging.SimpleFormatter.format = %%1$tF %%1$tT.%%1$tL %%4$s %%3$s: %%5$s%%6$s%%n
                """
                        .formatted(System.getProperty(LEVEL));
        LogManager.getLogManager()
                .readConfiguration(
                        new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
    }

    /** Costs nothing until something logs. */
    static void prepare(String[] args) {
        boolean isHost = args.length == 1 && args[0].equals("engine");
        String wanted = System.getenv().getOrDefault("BINNACLE_LOG", isHost ? "INFO" : "OFF");
        System.setProperty(LEVEL, wanted);
        System.setProperty("java.util.logging.config.class", Logging.class.getName());
    }
}
