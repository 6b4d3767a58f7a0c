package io.github.binnacle.model.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.Corpus;
import io.github.binnacle.model.problem.Problem;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Large documents of odd shapes take seconds at most; each of these was slow once, or could be. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LargePipelineTest {
    private static final String HEAD = "pipelineInfo: {name: large}\nschemaVersion: 2.1.0\n";

    private static List<String> codes(String text) {
        PipelineDocument document = Corpus.document(HEAD + text);
        PipelineGraph.of(document);
        return PipelineValidator.validate(document).stream().map(Problem::code).distinct().toList();
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    private static String tasks(int count, IntFunction<String> task) {
        return "components: {c: {executorLabel: e}}\n"
                + "deploymentSpec: {executors: {e: {container: {image: i}}}}\n"
                + "root:\n  dag:\n    tasks:\n"
                + lines(
                        count,
                        i -> "      t" + i + ": {componentRef: {name: c}" + task.apply(i) + "}\n");
    }

    @Test
    void findsOneCircleOfManyTasks() {
        int count = 20_000;

        assertThat(codes(tasks(count, i -> ", dependentTasks: [t" + (i + 1) % count + "]")))
                .containsExactly("pipeline.cycle");
    }

    @Test
    void findsManyTasksThatWaitForACircle() {
        int count = 20_000;

        assertThat(
                        codes(
                                tasks(
                                        count,
                                        i ->
                                                ", dependentTasks: [t"
                                                        + Math.min(i + 1, count - 1)
                                                        + "]")))
                .containsExactly("pipeline.cycle", "pipeline.never-runs");
    }

    @Test
    void guessesNotForEverOverManyWrongNames() {
        assertThat(codes(tasks(5_000, i -> ", dependentTasks: [t" + i + "z]")))
                .containsExactly("pipeline.unknown-task");
    }

    @Test
    void linksManyInputsOfOneTask() {
        int count = 20_000;
        String declared = lines(count, i -> "        p" + i + ": {parameterType: STRING}\n");
        String text =
                "components:\n  c:\n    executorLabel: e\n    inputDefinitions:\n      parameters:\n"
                        + declared
                        + "deploymentSpec: {executors: {e: {container: {image: i}}}}\n"
                        + "root:\n  inputDefinitions:\n      parameters:\n"
                        + declared
                        + "  dag:\n    tasks:\n      t:\n        componentRef: {name: c}\n"
                        + "        inputs:\n          parameters:\n"
                        + lines(
                                count,
                                i ->
                                        "            p%d: {componentInputParameter: p%d}\n"
                                                .formatted(i, i));

        assertThat(codes(text)).isEmpty();
    }

    @Test
    void refusesComponentsThatHoldEachOtherVeryDeeply() {
        String text =
                "components:\n"
                        + lines(
                                20_000,
                                i ->
                                        "  c%d: {dag: {tasks: {t: {componentRef: {name: c%d}}}}}\n"
                                                .formatted(i, i + 1))
                        + "root: {dag: {tasks: {t: {componentRef: {name: c0}}}}}\n";

        assertThat(codes(text)).contains("pipeline.nested-too-deep");
    }
}
