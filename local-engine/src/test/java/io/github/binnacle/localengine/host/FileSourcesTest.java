package io.github.binnacle.localengine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.pipeline.ArtifactTypeSchema;
import io.github.binnacle.model.run.ArtifactSource.Part;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.LogSource.Stretch;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.testkit.fake.FakeRunLedger;
import io.github.binnacle.testkit.fake.SampleRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileSourcesTest {
    private static final RunId RUN = SampleRuns.id(1);

    @TempDir Path folder;

    private final FakeRunLedger ledger = new FakeRunLedger();

    @Test
    void aLogIsReadWhileItGrows() throws IOException {
        var log = write("runs/r/log.txt", "first\n");
        record(log);
        var logs = new FileLogSource(ledger, folder.resolve("runs"));

        var first = read(logs, 0, 100);
        Files.writeString(log, "first\nsecond\n");
        var second = read(logs, first.nextByte(), 100);

        assertThat(first).isEqualTo(new Stretch("first\n", 6));
        assertThat(second).isEqualTo(new Stretch("second\n", 13));
        assertThat(logs.size(RUN, TaskPath.ROOT, 1)).isEqualTo(13);
    }

    @Test
    void aStretchNeverEndsInsideACharacter() throws IOException {
        record(write("runs/r/log.txt", "abc€€"));
        var logs = new FileLogSource(ledger, folder.resolve("runs"));

        var first = read(logs, 0, 5);
        var second = read(logs, first.nextByte(), 5);

        assertThat(first).isEqualTo(new Stretch("abc", 3));
        assertThat(second).isEqualTo(new Stretch("€", 6));
    }

    @Test
    void bytesThatAreNoTextAreReplacedAndPassed() throws IOException {
        var log = write("runs/r/log.txt", "");
        Files.write(log, new byte[] {'a', (byte) 0x80, (byte) 0xFF, 'b'});
        record(log);
        var logs = new FileLogSource(ledger, folder.resolve("runs"));

        var all = read(logs, 0, 100);

        assertThat(all.text()).isEqualTo("a\uFFFD\uFFFDb");
        assertThat(all.nextByte()).isEqualTo(4);
    }

    @Test
    void aCharacterCutForGoodIsPassedAtTheEndOfTheFile() throws IOException {
        var log = write("runs/r/log.txt", "");
        Files.write(log, new byte[] {'a', (byte) 0xE2, (byte) 0x82});
        record(log);
        var logs = new FileLogSource(ledger, folder.resolve("runs"));

        var first = read(logs, 0, 100);
        var rest = read(logs, first.nextByte(), 100);

        assertThat(first).isEqualTo(new Stretch("a", 1));
        assertThat(rest).isEqualTo(new Stretch("", 1));
    }

    @Test
    void aLogThatIsNotThereYetIsEmpty() throws IOException {
        record(folder.resolve("runs/r/later.txt"));
        var logs = new FileLogSource(ledger, folder.resolve("runs"));

        assertThat(read(logs, 0, 100)).isEqualTo(new Stretch("", 0));
        assertThat(logs.size(RUN, TaskPath.ROOT, 1)).isZero();
        assertThat(logs.size(RUN, TaskPath.ROOT, 2)).isZero();
    }

    @Test
    void aLogOutsideOfTheRunsIsNotRead() throws IOException {
        record(write("secrets.json", "secret"));
        var logs = new FileLogSource(ledger, folder.resolve("runs"));

        assertThatThrownBy(() -> read(logs, 0, 100)).hasMessageContaining("leads out of");
    }

    @Test
    void aFileIsOnePartWithoutAName() throws IOException {
        var artifact = artifact(write("runs/r/model", "weights").toString());
        var artifacts = new FileArtifactSource();

        assertThat(artifacts.parts(artifact)).containsExactly(new Part("", 7));
        assertThat(text(artifacts, artifact, "")).isEqualTo("weights");
    }

    @Test
    void aDirectoryIsListedByRelativeNames() throws IOException {
        write("runs/r/data/b/2.csv", "22");
        write("runs/r/data/a.csv", "1");
        var artifact = artifact(folder.resolve("runs/r/data").toString());
        var artifacts = new FileArtifactSource();

        assertThat(artifacts.parts(artifact))
                .containsExactly(new Part("a.csv", 1), new Part("b/2.csv", 2));
        assertThat(text(artifacts, artifact, "b/2.csv")).isEqualTo("22");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingOutsideOfADirectoryIsRead() throws IOException {
        write("runs/r/data/a.csv", "1");
        var secret = write("secret.txt", "secret");
        Files.createSymbolicLink(folder.resolve("runs/r/data/link"), secret);
        var artifact = artifact(folder.resolve("runs/r/data").toString());
        var artifacts = new FileArtifactSource();

        assertThat(artifacts.parts(artifact)).containsExactly(new Part("a.csv", 1));
        for (var part : new String[] {"../../../secret.txt", secret.toString(), "link"}) {
            assertThatThrownBy(() -> artifacts.open(artifact, part))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsElsewhereHasNoPartsHere() throws IOException {
        var artifacts = new FileArtifactSource();

        assertThat(artifacts.parts(artifact("gs://bucket/model"))).isEmpty();
        assertThat(artifacts.parts(artifact(folder.resolve("nowhere").toString()))).isEmpty();
        assertThatThrownBy(() -> artifacts.open(artifact("gs://bucket/model"), ""))
                .isInstanceOf(IOException.class);
    }

    private static Stretch read(FileLogSource logs, long from, int most) throws IOException {
        return logs.read(RUN, TaskPath.ROOT, 1, from, most);
    }

    private static String text(FileArtifactSource artifacts, RuntimeArtifact artifact, String part)
            throws IOException {
        try (var in = artifacts.open(artifact, part)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void record(Path log) {
        ledger.createRun(SampleRuns.newRun(RUN));
        ledger.startTask(RUN, SampleRuns.root(1));
        ledger.startAttempt(
                RUN,
                TaskPath.ROOT,
                new Attempt(
                        1,
                        new TaskState.Running(),
                        SampleRuns.START,
                        null,
                        "",
                        log.toString(),
                        "",
                        0));
    }

    private static RuntimeArtifact artifact(String uri) {
        return new RuntimeArtifact(
                1, "data", ArtifactTypeSchema.ARTIFACT, uri, Value.Struct.EMPTY, "", -1);
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }
}
