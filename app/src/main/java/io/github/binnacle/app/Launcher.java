package io.github.binnacle.app;

import io.github.binnacle.app.cli.CommandTree;
import io.github.binnacle.app.cli.Console;
import java.util.Map;

/** Starts Binnacle: the command line, which opens the window if no command is given. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        Logging.prepare(args);
        System.exit(run(args));
    }

    private static int run(String[] args) {
        Map<String, String> environment = System.getenv();
        Console console = Console.ofProcess(environment);
        try (Workbench workbench = new Workbench(environment)) {
            return new CommandTree(console, workbench).run(args);
        }
    }
}
