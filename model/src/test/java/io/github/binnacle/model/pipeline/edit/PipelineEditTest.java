package io.github.binnacle.model.pipeline.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.Corpus;
import io.github.binnacle.model.edit.Edit;
import io.github.binnacle.model.edit.History;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.CachingOptions;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TaskInputsSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TriggerPolicy;
import io.github.binnacle.model.pipeline.PipelineValidator;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PipelineEditTest {
    private static final String TEXT =
            """
            # A pipeline of two tasks
            pipelineInfo: {name: two}
            schemaVersion: 2.1.0
            futureField: {kept: yes}
            components:
              comp-a:
                executorLabel: exec-a
                inputDefinitions:
                  parameters:
                    n: {parameterType: NUMBER_INTEGER, defaultValue: 1, isOptional: true}
                outputDefinitions:
                  parameters:
                    o: {parameterType: NUMBER_INTEGER}
            deploymentSpec:
              executors:
                exec-a:
                  container: {image: alpine}   # small
            root:
              dag:
                outputs:
                  parameters:
                    o:
                      valueFromParameter: {producerSubtask: one, outputParameterKey: o}
                tasks:
                  one:
                    cachingOptions:
                      enableCache: true  # on
                    componentRef:
                      name: comp-a
                    inputs:
                      parameters:
                        n:
                          runtimeValue:
                            constant: 2.0
                    taskInfo:
                      name: one
                  two:
                    componentRef:
                      name: comp-a
                    dependentTasks:
                    - one
                    inputs:
                      parameters:
                        n:
                          taskOutputParameter:
                            outputParameterKey: o
                            producerTask: one
              outputDefinitions:
                parameters:
                  o: {parameterType: NUMBER_INTEGER}
            """;

    private static String after(PipelineEdit edit) {
        return edit.applyTo(Corpus.document(TEXT)).text();
    }

    @Test
    void setsAConstantInItsPlace() {
        String text = after(new SetTaskInputConstant(List.of("one"), "n", Value.of(5)));

        assertThat(text).isEqualTo(TEXT.replace("constant: 2.0", "constant: 5"));
    }

    @Test
    void setsAConstantInThePlaceOfALink() {
        PipelineDocument document =
                new SetTaskInputConstant(List.of("two"), "n", Value.of(5))
                        .applyTo(Corpus.document(TEXT));

        assertThat(document.text())
                .isEqualTo(
                        TEXT.replace(
                                """
                                              taskOutputParameter:
                                                outputParameterKey: o
                                                producerTask: one
                                """,
                                """
                                              runtimeValue:
                                                constant: 5
                                """));
    }

    @Test
    void renamesATaskEverywhere() {
        String text = after(new RenameTask(List.of("one"), "first"));

        assertThat(text)
                .isEqualTo(
                        TEXT.replace("producerSubtask: one", "producerSubtask: first")
                                .replace("      one:", "      first:")
                                .replace("name: one", "name: first")
                                .replace("- one", "- first")
                                .replace("producerTask: one", "producerTask: first"));
    }

    @Test
    void turnsCachingOffAndOn() {
        PipelineDocument off = new SetCaching(List.of("one"), false).applyTo(Corpus.document(TEXT));
        PipelineDocument on = new SetCaching(List.of("two"), true).applyTo(off);

        assertThat(task(off, "one").cachingOptions()).isEqualTo(CachingOptions.OFF);
        assertThat(task(on, "two").cachingOptions().enableCache()).isTrue();
        assertThat(PipelineValidator.validate(on)).noneMatch(PipelineEditTest::isError);
    }

    private static PipelineTaskSpec task(PipelineDocument document, String name) {
        return document.spec().root().dag().orElseThrow().tasks().get(name);
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == Severity.ERROR;
    }

    @Test
    void removesATaskWithItsLinks() {
        PipelineDocument document = new RemoveTask(List.of("one")).applyTo(Corpus.document(TEXT));

        assertThat(task(document, "two").upstreamTasks()).isEmpty();
        assertThat(document.spec().root().dag().orElseThrow().tasks()).containsOnlyKeys("two");
        assertThat(document.text()).contains("futureField: {kept: yes}").contains("# small");
    }

    @Test
    void addsATask() {
        PipelineTaskSpec task =
                new PipelineTaskSpec(
                        "Three",
                        "comp-a",
                        TaskInputsSpec.EMPTY,
                        List.of("two"),
                        new CachingOptions(true, ""),
                        TriggerPolicy.ALWAYS,
                        null,
                        0,
                        null);

        PipelineDocument document =
                new AddTask(List.of(), "three", task).applyTo(Corpus.document(TEXT));

        assertThat(task(document, "three")).isEqualTo(task);
        assertThat(document.text())
                .contains(
                        """
                              three:
                                cachingOptions:
                                  enableCache: true
                                componentRef:
                                  name: comp-a
                                dependentTasks:
                                - two
                                taskInfo:
                                  name: Three
                              two:
                        """);
    }

    @Test
    void returnsToTheSameTextByUndo() {
        History<PipelineDocument> history = History.of(Corpus.document(TEXT));
        List<Edit<PipelineDocument>> edits =
                List.of(
                        new SetTaskInputConstant(List.of("one"), "n", Value.of(3)),
                        new RenameTask(List.of("two"), "second"),
                        new RemoveTask(List.of("one")));

        for (Edit<PipelineDocument> edit : edits) {
            history = history.apply(edit);
        }
        History<PipelineDocument> undone = history.undo().undo().undo();

        assertThat(undone.canUndo()).isFalse();
        assertThat(undone.current().text()).isEqualTo(TEXT);
        assertThat(undone.redo().redo().redo().current()).isSameAs(history.current());
    }

    @Test
    void undoesTypingInOneStep() {
        History<PipelineDocument> history = History.of(Corpus.document(TEXT));

        History<PipelineDocument> typed =
                history.apply(new SetTaskInputConstant(List.of("one"), "n", Value.of(1)))
                        .apply(new SetTaskInputConstant(List.of("one"), "n", Value.of(12)))
                        .apply(new SetTaskInputConstant(List.of("one"), "n", Value.of(123)));

        assertThat(typed.undo().current()).isSameAs(history.current());
    }

    @Test
    void returnsToTheSameTextByTheOppositeEdit() {
        PipelineDocument document = Corpus.document(TEXT);

        PipelineDocument there = new RenameTask(List.of("one"), "uno").applyTo(document);
        PipelineDocument back = new RenameTask(List.of("uno"), "one").applyTo(there);

        assertThat(back.text()).isEqualTo(TEXT);
    }

    @Test
    void refusesNamesThatAreTakenAndTasksThatAreGone() {
        PipelineDocument document = Corpus.document(TEXT);

        assertThat(new RenameTask(List.of("one"), "two").problems(document))
                .extracting(Problem::code)
                .containsExactly("edit.name-taken");
        assertThat(new SetCaching(List.of("gone"), true).problems(document))
                .extracting(Problem::code)
                .containsExactly("edit.no-task");
        assertThatThrownBy(() -> new RemoveTask(List.of("gone")).applyTo(document))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void editsFilesInSnakeCaseAsTheyAreSpelled() {
        String snake =
                TEXT.replace("componentRef", "component_ref")
                        .replace("runtimeValue", "runtime_value")
                        .replace("dependentTasks", "dependent_tasks");

        String text =
                new SetTaskInputConstant(List.of("one"), "n", Value.of(5))
                        .applyTo(Corpus.document(snake))
                        .text();

        assertThat(text).isEqualTo(snake.replace("constant: 2.0", "constant: 5"));
    }

    @Test
    void editsTheSpecInsideAnAnswerOfTheApi() {
        String json =
                """
                {"pipeline_spec": {"pipelineInfo": {"name": "n"}, "root": {"dag": {"tasks": {
                  "a": {"componentRef": {"name": "c"}}}}}}}
                """;

        String text = new RenameTask(List.of("a"), "b").applyTo(Corpus.document(json)).text();

        assertThat(text).isEqualTo(json.replace("\"a\"", "\"b\""));
    }

    @Test
    @Tag("corpus")
    void renamesEveryTaskOfRealPipelinesThereAndBack() {
        for (Path file : Corpus.files()) {
            PipelineDocument document = Corpus.document(file);
            for (String task : document.spec().root().dag().orElseThrow().tasks().keySet()) {
                PipelineDocument there = new RenameTask(List.of(task), "renamed").applyTo(document);
                PipelineDocument back = new RenameTask(List.of("renamed"), task).applyTo(there);

                assertThat(PipelineValidator.validate(there))
                        .as(file + " " + task)
                        .noneMatch(PipelineEditTest::isError);
                assertThat(back.spec()).as(file + " " + task).isEqualTo(document.spec());
                assertThat(back.platform()).isEqualTo(document.platform());
            }
        }
    }
}
