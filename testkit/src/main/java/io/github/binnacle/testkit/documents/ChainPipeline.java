package io.github.binnacle.testkit.documents;

/**
 * Makes the file that {@code kfp dsl compile} writes for a chain of calls of one lightweight Python
 * component: each task has a component and an executor of its own, with the whole source in it.
 * 2,000 tasks are 3.6 million characters.
 */
public final class ChainPipeline {
    private static final String COMPONENT =
            """
              comp-add%s:
                executorLabel: exec-add%s
                inputDefinitions:
                  parameters:
                    a:
                      parameterType: NUMBER_INTEGER
                    b:
                      defaultValue: 1.0
                      isOptional: true
                      parameterType: NUMBER_INTEGER
                outputDefinitions:
                  parameters:
                    Output:
                      parameterType: NUMBER_INTEGER
            """;

    private static final String EXECUTOR =
            """
                exec-add%s:
                  container:
                    args:
                    - --executor_input
                    - '{{$}}'
                    - --function_to_execute
                    - add
                    command:
                    - sh
                    - -c
                    - "\\nif ! [ -x \\"$(command -v pip)\\" ]; then\\n    python3 -m ensurepip ||\\
                      \\ python3 -m ensurepip --user || apt-get install python3-pip\\nfi\\n\\nPIP_DISABLE_PIP_VERSION_CHECK=1\\
                      \\ python3 -m pip install --quiet --no-warn-script-location 'kfp==2.17.0'\\
                      \\ '--no-deps' 'typing-extensions>=3.7.4,<5; python_version<\\"3.9\\"' && \\"\\
                      $0\\" \\"$@\\"\\n"
                    - sh
                    - -ec
                    - 'program_path=$(mktemp -d)


                      printf "%%s" "$0" > "$program_path/ephemeral_component.py"

                      _KFP_RUNTIME=true python3 -m kfp.dsl.executor_main                         --component_module_path                         "$program_path/ephemeral_component.py"                         "$@"

                      '
                    - "\\nimport kfp\\nfrom kfp import dsl\\nfrom kfp.dsl import *\\nfrom typing import\\
                      \\ *\\n\\ndef add(a: int, b: int = 1) -> int:\\n    return a + b\\n\\n"
                    image: python:3.11
            """;

    private static final String TASK =
            """
                  add%s:
                    cachingOptions:
                      enableCache: true
                    componentRef:
                      name: comp-add%s
            %s        inputs:
                      parameters:
                        a:
            %s        taskInfo:
                      name: add%s
            """;

    private static final String DEPENDENCY =
            """
                    dependentTasks:
                    - add%s
            """;

    private static final String FROM_PIPELINE =
            """
                          componentInputParameter: start
            """;

    private static final String FROM_TASK =
            """
                          taskOutputParameter:
                            outputParameterKey: Output
                            producerTask: add%s
            """;

    private static final String FRAME =
            """
            # PIPELINE DEFINITION
            # Name: chain
            # Inputs:
            #    start: int [Default: 0.0]
            components:
            %sdeploymentSpec:
              executors:
            %spipelineInfo:
              name: chain
            root:
              dag:
                tasks:
            %s  inputDefinitions:
                parameters:
                  start:
                    defaultValue: 0.0
                    isOptional: true
                    parameterType: NUMBER_INTEGER
            schemaVersion: 2.1.0
            sdkVersion: kfp-2.17.0
            """;

    private ChainPipeline() {}

    /** Returns the YAML of a chain of so many tasks. */
    public static String yaml(int tasks) {
        StringBuilder components = new StringBuilder();
        StringBuilder executors = new StringBuilder();
        StringBuilder calls = new StringBuilder();
        for (int i = 1; i <= tasks; i++) {
            String suffix = suffix(i);
            components.append(COMPONENT.formatted(suffix, suffix));
            executors.append(EXECUTOR.formatted(suffix));
            calls.append(task(i));
        }
        return FRAME.formatted(components, executors, calls);
    }

    private static String task(int number) {
        String suffix = suffix(number);
        String before = suffix(number - 1);
        return number == 1
                ? TASK.formatted(suffix, suffix, "", FROM_PIPELINE, suffix)
                : TASK.formatted(
                        suffix,
                        suffix,
                        DEPENDENCY.formatted(before),
                        FROM_TASK.formatted(before),
                        suffix);
    }

    private static String suffix(int number) {
        return number == 1 ? "" : "-" + number;
    }
}
