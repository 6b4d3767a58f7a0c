package io.github.binnacle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tries the launcher's build lock and its look for newer sources. */
@DisabledOnOs(OS.WINDOWS)
class BuildLockTest {
    private static final Path SCRIPT =
            Path.of("..", "packaging", "launch", "build.sh").toAbsolutePath().normalize();

    @TempDir private Path root;

    private Process start(String commands) throws Exception {
        Files.createDirectories(root.resolve("out"));
        return new ProcessBuilder(
                        "/bin/sh",
                        "-u",
                        "-c",
                        "root=$2; out=$2/out; . \"$1\"; " + commands,
                        "sh",
                        SCRIPT.toString(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String end(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return text;
    }

    @Test
    void letsOneBuildAtATime() throws Exception {
        String build =
                "lock; echo begin >> \"$root/story\"; sleep 0.3; echo end >> \"$root/story\"; unlock";

        Process first = start(build);
        Process second = start(build);
        end(first);
        end(second);

        assertThat(root.resolve("story")).hasContent("begin\nend\nbegin\nend");
    }

    @Test
    void breaksTheLockOfTheDead() throws Exception {
        Process dead = start("lock; kill -KILL $$");
        end(dead);

        String text = end(start("lock; echo locked; unlock"));

        assertThat(text).endsWith("locked\n");
        assertThat(root.resolve("out").resolve("lock")).doesNotExist();
    }

    @Test
    void removesOldBuildsThatNothingRunsFrom() throws Exception {
        for (String build : List.of("1", "2", "3", "4")) {
            Files.createDirectories(root.resolve("out/20260101-00000" + build + "-9"));
        }
        String keep = "sh -c 'sleep 5; :' \"$out/20260101-000001-9\" & user=$!; ";

        end(start(keep + "remove_old_builds; kill $user"));

        assertThat(root.resolve("out"))
                .isDirectoryNotContaining(path -> path.toString().endsWith("2-9"))
                .isDirectoryContaining(path -> path.toString().endsWith("1-9"))
                .isDirectoryContaining(path -> path.toString().endsWith("3-9"))
                .isDirectoryContaining(path -> path.toString().endsWith("4-9"));
    }

    @Test
    void seesChangedAndRemovedSources() throws Exception {
        Path sources = Files.createDirectories(root.resolve("room/src/main/java"));
        Path source = Files.writeString(sources.resolve("Some.java"), "");
        Files.writeString(root.resolve("pom.xml"), "");
        Files.createDirectories(root.resolve("packaging/launch"));
        String look = "newer_sources \"$root/out/stamp\"";
        Path stamp = Files.createDirectories(root.resolve("out")).resolve("stamp");
        Files.writeString(stamp, "");
        setTime(stamp, 2_000);

        setAllTimes(1_000, root.resolve("pom.xml"), source, sources, sources.getParent());
        setAllTimes(1_000, sources.getParent().getParent(), root.resolve("packaging/launch"));
        assertThat(end(start(look))).isEmpty();
        setTime(source, 3_000);
        assertThat(end(start(look))).contains("Some.java");
        Files.delete(source);
        assertThat(end(start(look))).contains("room/src/main/java");
    }

    private static void setAllTimes(long seconds, Path... paths) throws Exception {
        for (Path path : paths) {
            setTime(path, seconds);
        }
    }

    private static void setTime(Path path, long seconds) throws Exception {
        Files.setLastModifiedTime(
                path, java.nio.file.attribute.FileTime.fromMillis(seconds * 1_000));
    }
}
