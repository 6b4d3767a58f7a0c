package io.github.binnacle.model.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.Corpus;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ValidationCostTest {
    private static final String TASK =
            "components: {c: {executorLabel: e}}\n"
                    + "root: {dag: {tasks: {t: {componentRef: {name: c}%s}}}}\n";

    /** Reads and validates a pipeline in a fresh process; started by the tests. */
    public static void main(String[] arguments) {
        PipelineValidator.validate(Corpus.document(TASK.formatted(arguments[0])));
    }

    @Test
    void loadsTheExpressionLibraryOnlyIfThereIsAnExpression() throws Exception {
        assertThat(classesLoadedFor("")).doesNotContain("dev.cel.");
        assertThat(classesLoadedFor(", triggerPolicy: {condition: '1 > 0'}")).contains("dev.cel.");
    }

    private static String classesLoadedFor(String fields) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xlog:class+load",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ValidationCostTest.class.getName(),
                                fields)
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
