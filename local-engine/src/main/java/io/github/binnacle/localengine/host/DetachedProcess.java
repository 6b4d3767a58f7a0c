package io.github.binnacle.localengine.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts a process that outlives this one: what a terminal does to this one, it is spared. */
final class DetachedProcess {
    private static final long LONGEST_LOG = 4 << 20;

    private DetachedProcess() {}

    /**
     * Starts a command in a session of its own.
     *
     * @param environment variables set on top of those of this process
     * @param log file that takes its output, at its end; a long one is set aside first
     */
    static Process start(
            List<String> command, Map<String, String> environment, Path folder, Path log)
            throws IOException {
        if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> detached = new ArrayList<>(prefix());
        detached.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(detached)
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /**
     * Linux has {@code setsid}; macOS has perl, which can do the same. Where neither is, the
     * terminal's signals are ignored instead. On Windows a process started in the background
     * ignores Ctrl+C.
     */
    private static List<String> prefix() {
        if (isWindows()) {
            return List.of("cmd", "/c", "start", "", "/b", "/wait");
        }
        if (isOnPath("setsid")) {
            return List.of("setsid");
        }
        if (isOnPath("perl")) {
            return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV");
        }
        return List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "sh");
    }

    private static boolean isOnPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static File nullDevice() {
        return new File(isWindows() ? "NUL" : "/dev/null");
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
