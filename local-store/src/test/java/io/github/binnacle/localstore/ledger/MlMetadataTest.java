package io.github.binnacle.localstore.ledger;

import static io.github.binnacle.testkit.fake.SampleRuns.START;
import static io.github.binnacle.testkit.fake.SampleRuns.artifact;
import static io.github.binnacle.testkit.fake.SampleRuns.completion;
import static io.github.binnacle.testkit.fake.SampleRuns.dataset;
import static io.github.binnacle.testkit.fake.SampleRuns.id;
import static io.github.binnacle.testkit.fake.SampleRuns.newRun;
import static io.github.binnacle.testkit.fake.SampleRuns.parameter;
import static io.github.binnacle.testkit.fake.SampleRuns.root;
import static io.github.binnacle.testkit.fake.SampleRuns.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localstore.sql.StoreHealth;
import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger.Completion;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real ml-metadata library reads our ledger and writes into it. */
@Tag("package-index")
class MlMetadataTest {
    private static final RunId RUN = id(1);
    private static final TaskPath TRAIN = TaskPath.of("train");

    @TempDir static Path folder;
    private static Value.Struct read = Value.Struct.EMPTY;
    private static Map<String, String> theirSchema = Map.of();
    private static Map<String, String> ourSchema = Map.of();

    @BeforeAll
    static void recordARunAndReadIt() throws Exception {
        var python = MlMetadataPython.create(folder.resolve("mlmd"));
        var file = folder.resolve("ledger.db");
        try (var ledger = SqliteRunLedger.open(file)) {
            record(ledger);
            read = (Value.Struct) JsonReader.parse(python.read(file));
            ledger.startTask(RUN, task("after"));
            assertThat(ledger.snapshot(RUN).orElseThrow().tasks()).hasSize(5);
            ourSchema = schema(ledger);
        }
        assertThat(StoreHealth.faults(file)).isEmpty();
        python.makeStore(folder.resolve("theirs.db"));
        try (var theirs = SqliteRunHistory.open(folder.resolve("theirs.db"))) {
            theirSchema = schema(theirs);
        }
    }

    private static void record(SqliteRunLedger ledger) {
        ledger.createRun(newRun(RUN));
        ledger.startTask(RUN, root(2));
        ledger.startTask(RUN, task("load"));
        var made =
                ledger.complete(
                                RUN,
                                List.of(
                                        completion(
                                                "load",
                                                artifact("table", dataset("runs/table")),
                                                "load-key")))
                        .getFirst();
        var inputs =
                new TaskValues(
                        parameter("config", Value.of(Map.of("depth", Value.of(3)))).parameters(),
                        Map.of("table", made.artifacts().get("table")));
        ledger.startTask(RUN, task(TRAIN, inputs));
        ledger.complete(
                RUN,
                List.of(
                        new Completion(
                                TRAIN,
                                0,
                                new TaskState.Cached(RUN, TaskPath.of("load")),
                                parameter("score", Value.of(0.9)),
                                "train-key",
                                START)));
        ledger.startTask(RUN, task("skipped"));
        ledger.setTaskState(
                RUN, TaskPath.of("skipped"), new TaskState.Skipped("no"), START.plusSeconds(9));
    }

    /** Returns the statements of tables and indexes, ours left out, without spaces and quotes. */
    private static Map<String, String> schema(SqliteRunHistory history) {
        Map<String, String> statements = new TreeMap<>();
        history.database.read(sql ->
                sql.all(
                        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
                                + " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'wb_%'",
                        row ->
                                statements.put(
                                        row.getString(1),
                                        row.getString(2).replaceAll("[\\s`]", ""))));
        return statements;
    }

    @Test
    void hasTheTablesAndIndexesThatTheLibraryMakes() {
        assertThat(ourSchema).isNotEmpty().isEqualTo(theirSchema);
    }

    @Test
    void findsTheContextsOfPipelineAndRun() {
        assertThat(texts("contexts", "type"))
                .containsExactly("system.Pipeline", "system.PipelineRun");
        assertThat(texts("contexts", "name")).containsExactly("sample", RUN.value());
        assertThat(list("parents")).containsExactly(Value.of("sample"));
    }

    @Test
    void findsExecutionsInTheStatesOfKfp() {
        assertThat(texts("executions", "type"))
                .startsWith("system.DAGExecution", "system.ContainerExecution");
        assertThat(texts("executions", "state"))
                .containsExactly("RUNNING", "COMPLETE", "CACHED", "CANCELED");
        assertThat(texts("executions", "name")).containsExactly("run/" + RUN, "", "", "");
        assertThat(nodes("executions"))
                .extracting(each -> each.fields().get("contexts"))
                .containsOnly(Value.of(List.of(Value.of(RUN.value()), Value.of("sample"))));
    }

    @Test
    void findsTheCustomPropertiesThatKfpWrites() {
        var train = properties("executions", 2);
        var rootId = nodes("executions").getFirst().fields().get("id");
        var loadId = nodes("executions").get(1).fields().get("id");

        assertThat(train.fields())
                .containsEntry("display_name", Value.of("train"))
                .containsEntry("task_name", Value.of("train"))
                .containsEntry("image", Value.of("python:3.11"))
                .containsEntry("parent_dag_id", rootId)
                .containsEntry("cache_fingerprint", Value.of("train-key"))
                .containsEntry(
                        "inputs",
                        Value.of(Map.of("config", Value.of(Map.of("depth", Value.of(3))))))
                .containsEntry("outputs", Value.of(Map.of("score", Value.of(0.9))));
        assertThat(train.fields().get("cached_execution_id"))
                .isEqualTo(Value.of(((Value.Num) loadId).value().toPlainString()));
        assertThat(properties("executions", 0).fields())
                .containsEntry("total_dag_tasks", Value.of(2))
                .doesNotContainKey("parent_dag_id");
    }

    @Test
    void declaresNoPropertiesAsKfpDoesNot() {
        for (String kind : List.of("contexts", "executions", "artifacts")) {
            assertThat(nodes(kind))
                    .extracting(each -> each.fields().get("declared"))
                    .containsOnly(Value.of(0));
        }
    }

    @Test
    void findsArtifactsWithTheirMetadata() {
        assertThat(texts("artifacts", "type")).containsExactly("system.Dataset");
        assertThat(texts("artifacts", "uri")).containsExactly("runs/table");
        assertThat(texts("artifacts", "state")).containsExactly("LIVE");
        assertThat(properties("artifacts", 0).fields())
                .containsEntry("display_name", Value.of("table"))
                .containsEntry("rows", Value.of(150))
                .containsEntry("source", Value.of("field"));
    }

    @Test
    void findsEventsThatNameTheirPort() {
        assertThat(texts("events", "type")).containsExactlyInAnyOrder("OUTPUT", "INPUT");
        assertThat(nodes("events"))
                .extracting(each -> each.fields().get("path"))
                .containsOnly(Value.of(List.of(Value.of("table"))));
    }

    @Test
    void writesAnExecutionBesideOurs() {
        assertThat(read.fields().get("written")).isInstanceOf(Value.Num.class);
    }

    private static List<Value> list(String name) {
        return ((Value.Items) read.fields().get(name)).values();
    }

    private static List<Value.Struct> nodes(String name) {
        return list(name).stream().map(Value.Struct.class::cast).toList();
    }

    private static List<String> texts(String name, String field) {
        return nodes(name).stream()
                .map(each -> ((Value.Text) each.fields().get(field)).value())
                .toList();
    }

    private static Value.Struct properties(String name, int index) {
        return (Value.Struct) nodes(name).get(index).fields().get("properties");
    }
}
