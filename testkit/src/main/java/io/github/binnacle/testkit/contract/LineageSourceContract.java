package io.github.binnacle.testkit.contract;

import static io.github.binnacle.testkit.fake.SampleRuns.artifact;
import static io.github.binnacle.testkit.fake.SampleRuns.completion;
import static io.github.binnacle.testkit.fake.SampleRuns.dataset;
import static io.github.binnacle.testkit.fake.SampleRuns.id;
import static io.github.binnacle.testkit.fake.SampleRuns.newRun;
import static io.github.binnacle.testkit.fake.SampleRuns.root;
import static io.github.binnacle.testkit.fake.SampleRuns.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.lineage.LineageArtifact;
import io.github.binnacle.model.lineage.LineageGraph;
import io.github.binnacle.model.lineage.LineageSource;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskValues;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LineageSource} over a ledger keeps to. */
public abstract class LineageSourceContract {
    private static final RunId RUN = id(1);

    private RunLedger ledger;
    private LineageSource lineage;

    /** Makes an empty ledger. */
    protected abstract RunLedger open() throws Exception;

    /** Gives the lineage of what is recorded in the ledger. */
    protected abstract LineageSource lineage(RunLedger ledger);

    @BeforeEach
    void openLedger() throws Exception {
        ledger = open();
        lineage = lineage(ledger);
        ledger.createRun(newRun(RUN));
        ledger.startTask(RUN, root(3));
    }

    @Test
    void describesAnArtifact() {
        var made = make("load", TaskValues.EMPTY, "runs/raw");

        var found = lineage.artifact(made.id()).orElseThrow();

        assertThat(found.typeName()).isEqualTo("system.Dataset");
        assertThat(found.name()).isEqualTo("data");
        assertThat(found.uri()).isEqualTo("runs/raw");
        assertThat(found.digest()).isEqualTo(made.digest());
        assertThat(found.metadata()).isEqualTo(made.metadata());
    }

    @Test
    void findsArtifactsByNumberUriNameAndBeginningOfTheDigest() {
        var raw = make("load", TaskValues.EMPTY, "runs/raw");
        var clean = make("clean", artifact("data", raw), "runs/clean");

        assertThat(found(Long.toString(raw.id()))).containsExactly(raw.id());
        assertThat(found("runs/clean")).containsExactly(clean.id());
        assertThat(found("data")).containsExactly(clean.id(), raw.id());
        assertThat(found(raw.digest())).containsExactly(raw.id());
        assertThat(found("nothing like it")).isEmpty();
        assertThat(lineage.findArtifacts("data", 1)).hasSize(1);
    }

    private List<Long> found(String text) {
        return lineage.findArtifacts(text, 10).stream().map(LineageArtifact::id).toList();
    }

    @Test
    void walksUpToWhatAnArtifactIsMadeFromAndDownToWhatIsMadeOfIt() {
        var raw = make("load", TaskValues.EMPTY, "runs/raw");
        var clean = make("clean", artifact("data", raw), "runs/clean");
        var model = make("train", artifact("data", clean), "runs/model");

        assertThat(paths(lineage.around(clean.id(), 9)))
                .containsExactlyInAnyOrder("load", "clean", "train");
        assertThat(ids(lineage.around(clean.id(), 9)))
                .containsExactlyInAnyOrder(raw.id(), clean.id(), model.id());
    }

    @Test
    void walksNoFurtherThanItIsAllowed() {
        var raw = make("load", TaskValues.EMPTY, "runs/raw");
        var clean = make("clean", artifact("data", raw), "runs/clean");
        var model = make("train", artifact("data", clean), "runs/model");

        assertThat(ids(lineage.around(model.id(), 1)))
                .containsExactlyInAnyOrder(clean.id(), model.id());
        assertThat(ids(lineage.around(model.id(), 0))).containsExactly(model.id());
    }

    @Test
    void doesNotTakeSiblingsForRelatives() {
        var raw = make("load", TaskValues.EMPTY, "runs/raw");
        var left = make("left", artifact("data", raw), "runs/left");
        var right = make("right", artifact("data", raw), "runs/right");

        assertThat(ids(lineage.around(left.id(), 9)))
                .containsExactlyInAnyOrder(raw.id(), left.id())
                .doesNotContain(right.id());
    }

    @Test
    void joinsArtifactsAndExecutionsByTheNamesOfTheirPorts() {
        var raw = make("load", TaskValues.EMPTY, "runs/raw");
        make("clean", artifact("table", raw), "runs/clean");

        var events = lineage.around(raw.id(), 1).events();

        assertThat(events)
                .anyMatch(event -> !event.isInput() && event.key().equals("data"))
                .anyMatch(event -> event.isInput() && event.key().equals("table"));
    }

    @Test
    void saysInWhichRunAndTaskAnExecutionWas() {
        var raw = make("load", TaskValues.EMPTY, "runs/raw");

        var execution = lineage.around(raw.id(), 1).executions().getFirst();

        assertThat(execution.run()).isEqualTo(RUN);
        assertThat(execution.taskPath()).isEqualTo("load");
        assertThat(execution.typeName()).isEqualTo("system.ContainerExecution");
        assertThat(execution.state()).isEqualTo("COMPLETE");
    }

    @Test
    void hasNothingOfAnArtifactThatIsNotThere() {
        assertThat(lineage.artifact(99)).isEmpty();
        assertThat(lineage.around(99, 3).artifacts()).isEmpty();
    }

    private RuntimeArtifact make(String path, TaskValues inputs, String uri) {
        ledger.startTask(RUN, task(TaskPath.of(path), inputs));
        TaskValues outputs = artifact("data", dataset(uri));
        return ledger.complete(RUN, List.of(completion(path, outputs, "")))
                .getFirst()
                .artifacts()
                .getOrDefault("data", List.of())
                .getFirst();
    }

    private static List<Long> ids(LineageGraph graph) {
        return graph.artifacts().stream().map(LineageArtifact::id).toList();
    }

    private static List<String> paths(LineageGraph graph) {
        return graph.executions().stream().map(LineageGraph.Execution::taskPath).toList();
    }
}
