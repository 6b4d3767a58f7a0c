package io.github.binnacle.app;

import io.github.binnacle.localengine.host.HostLauncher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts hosts with the same Java and class path as this process, and the full compiler. */
final class JavaHostLauncher implements HostLauncher {
    /** Memory given back while idle; the host may live for hours with nothing to do. */
    private static final List<String> SERVER_OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xmx1g", "-XX:MaxHeapFreeRatio=40", "-Xlog:disable");

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SERVER_OPTIONS);
        addAotCache(command);
        addModules(command);
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        passOn(command, "binnacle.root");
        passOn(command, "binnacle.build");
        passOn(command, "binnacle.home");
        command.add(Launcher.class.getName());
        command.add("engine");
        return command;
    }

    private static void addAotCache(List<String> command) {
        String cache = System.getProperty("binnacle.aot", "");
        if (!cache.isEmpty() && Files.isRegularFile(Path.of(cache))) {
            command.add("-XX:AOTCache=" + cache);
            command.add("-Dbinnacle.aot=" + cache);
        }
    }

    /** The cache is only taken with the module path that it was made with. */
    private static void addModules(List<String> command) {
        String modules = System.getProperty("jdk.module.path", "");
        if (modules.isEmpty()) {
            command.add("--enable-native-access=ALL-UNNAMED");
        } else {
            command.add("--module-path=" + modules);
            command.add("--add-modules=javafx.controls,javafx.swing");
            command.add("--enable-native-access=javafx.graphics,ALL-UNNAMED");
        }
    }

    private static void passOn(List<String> command, String property) {
        String value = System.getProperty(property, "");
        if (!value.isEmpty()) {
            command.add("-D" + property + "=" + value);
        }
    }
}
