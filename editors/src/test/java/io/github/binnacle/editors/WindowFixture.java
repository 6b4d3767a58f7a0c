package io.github.binnacle.editors;

import io.github.binnacle.editors.pipeline.RunCheck;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineCompiler;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.testkit.fake.FakeArtifactSource;
import io.github.binnacle.testkit.fake.FakeLogSource;
import io.github.binnacle.testkit.fake.FakeRunEngine;
import io.github.binnacle.testkit.fake.FakeRunLedger;
import io.github.binnacle.testkit.fake.FakeTrustStore;
import io.github.binnacle.testkit.fake.SampleRuns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A window over fakes, with a sample pipeline in a folder of its own. */
public final class WindowFixture {
    public final FakeRunEngine engine = new FakeRunEngine();
    public final FakeRunLedger history = new FakeRunLedger();
    public final FakeLogSource logs = new FakeLogSource();
    public final FakeArtifactSource artifacts = new FakeArtifactSource();
    public final FakeTrustStore trust = new FakeTrustStore();
    public final Path folder;
    public final Path sample;

    public WindowFixture(Path folder) {
        this.folder = folder;
        sample = folder.resolve("sweep.yaml");
        try {
            Files.writeString(sample, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of the sample pipeline. */
    public static String text() {
        try (InputStream in = WindowFixture.class.getResourceAsStream("sweep.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WindowServices services(WindowMemory memory) {
        return new WindowServices(
                engine,
                history,
                logs,
                artifacts,
                new UnusedCompiler(),
                trust,
                new FolderCheck(folder),
                memory,
                folder,
                sample);
    }

    /** Refuses to compile: the sample is compiled already. */
    public record UnusedCompiler() implements PipelineCompiler {
        @Override
        public Outcome<String> compile(Path source, String pipeline, Consumer<String> progress) {
            return new Outcome.Refused<>(
                    new Problem(
                            "document.unreadable",
                            Severity.ERROR,
                            new DocumentAddress(source.toString()),
                            null,
                            Map.of("path", source.toString(), "detail", "no compiler here")));
        }
    }

    /** Finds nothing wrong. */
    public record FolderCheck(Path folder) implements RunCheck {
        @Override
        public Path project(Path file) {
            return folder;
        }

        @Override
        public List<Problem> check(PipelineDocument document, Path project) {
            return List.of();
        }
    }

    /** Remembers within one test. */
    public static final class Memory implements WindowMemory {
        private Layout layout = Layout.FIRST;

        @Override
        public Layout load() {
            return layout;
        }

        @Override
        public void save(Layout left) {
            layout = left;
        }
    }

    /** Builds a snapshot of a run of the sample: tasks by path, with their states. */
    public static RunSnapshot snapshot(RunId id, RunState state, Map<String, TaskState> tasks) {
        Run plain = SampleRuns.run(id);
        Run run =
                new Run(
                        id,
                        42,
                        "",
                        "depth-sweep",
                        state,
                        SampleRuns.START,
                        SampleRuns.START,
                        state.isFinished() ? SampleRuns.START.plusSeconds(40) : null,
                        plain.documentPath(),
                        "",
                        plain.folder(),
                        Map.of("rows", Value.of(150)),
                        TaskValues.EMPTY,
                        "");
        List<TaskSnapshot> snapshots = new ArrayList<>();
        new LinkedHashMap<>(tasks)
                .forEach((path, taskState) -> snapshots.add(task(path, taskState)));
        return new RunSnapshot(run, snapshots);
    }

    private static TaskSnapshot task(String text, TaskState state) {
        TaskPath path = TaskPath.of(text);
        boolean hasBegun = !(state instanceof TaskState.Pending);
        TaskKind kind = kind(path);
        return new TaskSnapshot(
                path.hashCode(),
                path,
                kind,
                path.isRoot() ? "" : path.segments().getLast().task(),
                state,
                hasBegun ? SampleRuns.START.plusSeconds(1) : null,
                state.isFinished() ? SampleRuns.START.plusSeconds(13) : null,
                TaskValues.EMPTY,
                kind == TaskKind.RUNTIME && state.hasOutputs()
                        ? SampleRuns.artifact("data", SampleRuns.dataset("data/" + text))
                        : TaskValues.EMPTY,
                kind == TaskKind.LOOP ? 3 : -1,
                kind == TaskKind.RUNTIME && hasBegun ? List.of(attempt(state)) : List.of());
    }

    private static @Nullable Attempt attempt(TaskState state) {
        return SampleRuns.attempt(1, state);
    }

    private static TaskKind kind(TaskPath path) {
        if (path.isRoot()) {
            return TaskKind.ROOT;
        }
        TaskPath.Segment last = path.segments().getLast();
        if (last.task().startsWith("for-loop")) {
            return last.iteration() < 0 ? TaskKind.LOOP : TaskKind.LOOP_ITERATION;
        }
        boolean isGroup =
                last.task().startsWith("exit-handler") || last.task().startsWith("condition");
        return isGroup ? TaskKind.DAG : TaskKind.RUNTIME;
    }
}
