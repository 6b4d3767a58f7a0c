package io.github.binnacle.bench.kill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A pipeline of forty short tasks, five side by side. Each passes a number on, writes an artifact,
 * and last of all appends its name to a file that no engine knows of.
 *
 * @param isHalfPython every other task is a Python component, which needs an environment with kfp
 */
record KilledPipeline(boolean isHalfPython) {
    static final int TASKS = 40;

    private static final int WIDTH = 5;

    /** Returns the name of a task, from 0. */
    static String task(int number) {
        return "step-" + number;
    }

    /** Returns the number a task must pass on. */
    static int value(int number) {
        return number / WIDTH + 1;
    }

    /**
     * @param effects file that the tasks append their names to
     */
    String text(Path effects) {
        StringBuilder text = new StringBuilder(components());
        text.append("root:\n  dag:\n    tasks:\n");
        for (int i = 0; i < TASKS; i++) {
            text.append("      ").append(task(i)).append(":\n").append(body(i, effects).indent(8));
        }
        return text.toString();
    }

    private String body(int number, Path effects) {
        String before = task(number - WIDTH);
        boolean isFirst = number < WIDTH;
        return """
        componentRef: {name: %s}
        taskInfo: {name: %s}
        cachingOptions: {}
        dependentTasks: [%s]
        inputs:
          parameters:
            number: %s
            pause: {runtimeValue: {constant: %d}}
            name: {runtimeValue: {constant: %s}}
            effects: {runtimeValue: {constant: '%s'}}
        """
                .formatted(
                        isHalfPython && number % 2 == 1 ? "comp-python" : "comp-command",
                        task(number),
                        isFirst ? "" : before,
                        isFirst
                                ? "{runtimeValue: {constant: 0}}"
                                : "{taskOutputParameter: {producerTask: "
                                        + before
                                        + ", outputParameterKey: next}}",
                        2 + number % 7,
                        task(number),
                        effects);
    }

    private static String components() {
        try (InputStream in = KilledPipeline.class.getResourceAsStream("components.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
