package io.github.binnacle.bench.kill;

import java.nio.file.Path;

/**
 * A pipeline of forty short tasks, five side by side. Each passes a number on, writes an artifact,
 * and last of all appends its name to a file that no engine knows of.
 */
final class KilledPipeline {
    static final int TASKS = 40;

    private static final int WIDTH = 5;
    private static final String SCRIPT =
            "mkdir -p $(dirname $2) $(dirname $3) && sleep 0.0$1 && echo $(($0 + 1)) > $2"
                    + " && echo data > $3 && echo $4 >> $5";

    private KilledPipeline() {}

    /** Returns the name of a task, from 0. */
    static String task(int number) {
        return "step-" + number;
    }

    /** Returns the number a task must pass on. */
    static int value(int number) {
        return number / WIDTH + 1;
    }

    static String text(Path effects) {
        StringBuilder text =
                new StringBuilder(
                        """
                        pipelineInfo: {name: killed}
                        schemaVersion: 2.1.0
                        sdkVersion: kfp-2.17.0
                        components:
                          comp-step:
                            executorLabel: exec-step
                            inputDefinitions:
                              parameters:
                                number: {parameterType: NUMBER_INTEGER}
                                pause: {parameterType: NUMBER_INTEGER}
                                name: {parameterType: STRING}
                            outputDefinitions:
                              parameters:
                                next: {parameterType: NUMBER_INTEGER}
                              artifacts:
                                data: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}}
                        deploymentSpec:
                          executors:
                            exec-step:
                              container:
                                image: alpine
                                resources: {resourceCpuRequest: 100m}
                                command: [sh, -c, '%s']
                                args:
                                - "{{$.inputs.parameters['number']}}"
                                - "{{$.inputs.parameters['pause']}}"
                                - "{{$.outputs.parameters['next'].output_file}}"
                                - "{{$.outputs.artifacts['data'].path}}"
                                - "{{$.inputs.parameters['name']}}"
                                - '%s'
                        root:
                          dag:
                            tasks:
                        """
                                .formatted(SCRIPT, effects));
        for (int i = 0; i < TASKS; i++) {
            text.append(task(i).indent(6).stripTrailing()).append(":\n").append(body(i).indent(8));
        }
        return text.toString();
    }

    private static String body(int number) {
        String before = task(number - WIDTH);
        String input =
                number < WIDTH
                        ? "{runtimeValue: {constant: 0}}"
                        : "{taskOutputParameter: {producerTask: %s, outputParameterKey: next}}"
                                .formatted(before);
        return """
        componentRef: {name: comp-step}
        taskInfo: {name: %s}
        cachingOptions: {}
        %sinputs:
          parameters:
            number: %s
            pause: {runtimeValue: {constant: %d}}
            name: {runtimeValue: {constant: %s}}
        """
                .formatted(
                        task(number),
                        number < WIDTH ? "" : "dependentTasks: [%s]\n".formatted(before),
                        input,
                        2 + number % 7,
                        task(number));
    }
}
