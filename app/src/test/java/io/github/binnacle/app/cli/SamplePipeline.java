package io.github.binnacle.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pipeline of two steps, one in a loop, with a parameter of each type. */
final class SamplePipeline {
    static final String TEXT =
            """
            # PIPELINE DEFINITION
            components:
              comp-for-loop-1:
                dag:
                  tasks:
                    train:
                      componentRef:
                        name: comp-say
                      taskInfo:
                        name: train
                inputDefinitions:
                  parameters:
                    pipelinechannel--item:
                      parameterType: NUMBER_INTEGER
              comp-say:
                executorLabel: exec-say
            deploymentSpec:
              executors:
                exec-say:
                  container:
                    command: [echo, hello]
                    image: busybox
            pipelineInfo:
              name: sample
            root:
              dag:
                tasks:
                  for-loop-1:
                    componentRef:
                      name: comp-for-loop-1
                    dependentTasks: [prepare]
                    parameterIterator:
                      itemInput: pipelinechannel--item
                      items:
                        raw: '[1, 2, 3]'
                    taskInfo:
                      name: for-loop-1
                  prepare:
                    componentRef:
                      name: comp-say
                    taskInfo:
                      name: prepare
              inputDefinitions:
                parameters:
                  count:
                    defaultValue: 3.0
                    isOptional: true
                    parameterType: NUMBER_INTEGER
                  layers:
                    defaultValue: [1.0]
                    isOptional: true
                    parameterType: LIST
                  name:
                    defaultValue: x
                    isOptional: true
                    parameterType: STRING
                  options:
                    defaultValue: {}
                    isOptional: true
                    parameterType: STRUCT
                  rate:
                    defaultValue: 0.5
                    isOptional: true
                    parameterType: NUMBER_DOUBLE
                  verbose:
                    defaultValue: false
                    isOptional: true
                    parameterType: BOOLEAN
            schemaVersion: 2.1.0
            sdkVersion: kfp-2.17.0
            """;

    private SamplePipeline() {}

    /** Writes it into a folder. */
    static Path in(Path folder) {
        try {
            return Files.writeString(folder.resolve("sample.yaml"), TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
