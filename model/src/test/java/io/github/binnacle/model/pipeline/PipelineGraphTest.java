package io.github.binnacle.model.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.Corpus;
import io.github.binnacle.model.pipeline.GraphNode.Kind;
import io.github.binnacle.model.pipeline.PipelineGraph.Link;
import io.github.binnacle.model.pipeline.PipelineGraph.PortEnd;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PipelineGraphTest {
    private static final String NESTED =
            """
            pipelineInfo: {name: nested}
            schemaVersion: 2.1.0
            components:
              comp-make:
                executorLabel: exec-make
                inputDefinitions:
                  parameters:
                    text: {parameterType: STRING}
                    times: {parameterType: NUMBER_INTEGER, defaultValue: 2, isOptional: true}
                outputDefinitions:
                  parameters: {items: {parameterType: LIST}}
              comp-use:
                executorLabel: exec-use
                inputDefinitions:
                  parameters: {item: {parameterType: STRING}}
                outputDefinitions:
                  artifacts: {model: {artifactType: {schemaTitle: system.Model}}}
              comp-loop:
                inputDefinitions:
                  parameters:
                    list: {parameterType: LIST}
                    each: {parameterType: STRING}
                outputDefinitions:
                  artifacts: {models: {artifactType: {schemaTitle: system.Model}}}
                dag:
                  outputs:
                    artifacts:
                      models: {artifactSelectors: [{producerSubtask: use, outputArtifactKey: model}]}
                  tasks:
                    use:
                      componentRef: {name: comp-use}
                      inputs: {parameters: {item: {componentInputParameter: each}}}
              comp-say: {executorLabel: exec-say}
              comp-body:
                dag: {tasks: {say: {componentRef: {name: comp-say}}}}
            deploymentSpec:
              executors:
                exec-make:
                  container:
                    image: python:3.11
                    command: [sh, -c, "python3 -m pip install --quiet 'kfp==2.17.0' '--no-deps' && python3 -m pip install 'pandas==2.0' 'numpy'"]
                exec-use: {container: {image: python:3.12}}
                exec-say: {container: {image: alpine}}
            root:
              inputDefinitions:
                parameters: {name: {parameterType: STRING}}
              dag:
                tasks:
                  make:
                    taskInfo: {name: Make a list}
                    componentRef: {name: comp-make}
                    inputs:
                      parameters:
                        text: {runtimeValue: {constant: "hi {{$.inputs.parameters['who']}}"}}
                        who: {componentInputParameter: name}
                  loop:
                    componentRef: {name: comp-loop}
                    dependentTasks: [make]
                    inputs:
                      parameters:
                        list: {taskOutputParameter: {producerTask: make, outputParameterKey: items}}
                    parameterIterator: {items: {inputParameter: list}, itemInput: each}
                    iteratorPolicy: {parallelismLimit: 2}
                  body: {componentRef: {name: comp-body}, dependentTasks: [loop]}
                  clean:
                    componentRef: {name: comp-say}
                    dependentTasks: [body]
                    triggerPolicy: {strategy: ALL_UPSTREAM_TASKS_COMPLETED}
            """;

    @Test
    void tellsKindsFromStructure() {
        PipelineGraph graph = PipelineGraph.of(Corpus.document(NESTED));

        Map<String, Kind> kinds = new TreeMap<>();
        graph.nodes().forEach((path, node) -> kinds.put(String.join("/", path), node.kind()));

        assertThat(kinds)
                .isEqualTo(
                        Map.of(
                                "", Kind.PIPELINE,
                                "make", Kind.TASK,
                                "loop", Kind.LOOP,
                                "loop/use", Kind.TASK,
                                "body", Kind.EXIT_HANDLER,
                                "body/say", Kind.TASK,
                                "clean", Kind.TASK));
    }

    @Test
    void linksValuesThroughTheBordersOfGroups() {
        PipelineGraph graph = PipelineGraph.of(Corpus.document(NESTED));

        assertThat(graph.links())
                .containsExactlyInAnyOrder(
                        data(List.of(), true, "name", List.of("make"), true, "who"),
                        data(List.of("make"), false, "items", List.of("loop"), true, "list"),
                        data(List.of("loop"), true, "each", List.of("loop", "use"), true, "item"),
                        data(
                                List.of("loop", "use"),
                                false,
                                "model",
                                List.of("loop"),
                                false,
                                "models"),
                        new Link.Ordering(List.of("loop"), List.of("body")),
                        new Link.Exit(List.of("body"), List.of("clean")));
    }

    private static Link data(
            List<String> from,
            boolean fromInput,
            String out,
            List<String> to,
            boolean toInput,
            String in) {
        return new Link.Data(new PortEnd(from, fromInput, out), new PortEnd(to, toInput, in));
    }

    @Test
    void saysWhatATaskInstallsAndWhatALoopRepeats() {
        PipelineGraph graph = PipelineGraph.of(Corpus.document(NESTED));

        GraphNode make = graph.node(List.of("make")).orElseThrow();
        GraphNode loop = graph.node(List.of("loop")).orElseThrow();

        assertThat(make.title()).isEqualTo("Make a list");
        assertThat(make.facts().packages()).containsExactly("pandas==2.0", "numpy");
        assertThat(loop.loop()).isEqualTo(new GraphNode.Loop("make.items", false, "each", 2));
        assertThat(loop.output("models").orElseThrow().isList()).isTrue();
    }

    @Test
    void saysWhichPortsMustBeSetAndWhichAre() {
        PipelineGraph graph = PipelineGraph.of(Corpus.document(NESTED));

        GraphNode make = graph.node(List.of("make")).orElseThrow();

        assertThat(make.inputs())
                .extracting(GraphPort::name)
                .containsExactly("text", "times", "who");
        assertThat(make.input("text").orElseThrow().isSet()).isTrue();
        assertThat(make.input("times").orElseThrow().isRequired()).isFalse();
        assertThat(make.input("times").orElseThrow().isSet()).isFalse();
    }

    @Test
    void leavesOutReferencesToNothing() {
        String broken =
                """
                root:
                  dag:
                    outputs:
                      parameters:
                        x: {valueFromParameter: {producerSubtask: gone, outputParameterKey: y}}
                    tasks:
                      a:
                        componentRef: {name: comp-gone}
                        dependentTasks: [nobody]
                        inputs:
                          parameters:
                            p: {taskOutputParameter: {producerTask: nobody, outputParameterKey: o}}
                            q: {componentInputParameter: nothing}
                """;

        PipelineGraph graph = PipelineGraph.of(Corpus.document(broken));

        assertThat(graph.links()).isEmpty();
        assertThat(graph.node(List.of("a")).orElseThrow().kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void showsAComponentThatContainsItselfClosed() {
        String recursive =
                """
                components:
                  comp-a: {dag: {tasks: {again: {componentRef: {name: comp-a}}}}}
                root: {dag: {tasks: {a: {componentRef: {name: comp-a}}}}}
                """;

        PipelineGraph graph = PipelineGraph.of(Corpus.document(recursive));

        assertThat(graph.nodes().keySet())
                .containsExactly(List.of(), List.of("a"), List.of("a", "again"));
    }

    @Test
    void keepsGroupsClosedWhenComponentsMultiply() {
        StringBuilder bomb = new StringBuilder("components:\n");
        for (int i = 0; i < 40; i++) {
            bomb.append(
                            "  c%d: {dag: {tasks: {x: {componentRef: {name: c%d}}, "
                                    .formatted(i, i + 1))
                    .append("y: {componentRef: {name: c%d}}}}}\n".formatted(i + 1));
        }
        bomb.append("root: {dag: {tasks: {a: {componentRef: {name: c0}}}}}\n");

        PipelineGraph graph = PipelineGraph.of(Corpus.document(bomb.toString()));

        assertThat(graph.nodes()).hasSizeLessThan(300_000);
    }

    @Test
    @Tag("corpus")
    void drawsEveryRealPipelineWithoutUnknownNodes() {
        for (Path file : Corpus.files()) {
            PipelineGraph graph = PipelineGraph.of(Corpus.document(file));

            assertThat(graph.nodes().values())
                    .as(file.toString())
                    .noneMatch(node -> node.kind() == Kind.UNKNOWN);
        }
    }

    @Test
    @Tag("corpus")
    void tellsTheGroupsOfRealPipelinesAsTheCompilerNamesThem() {
        for (Path file : Corpus.files()) {
            for (GraphNode node : PipelineGraph.of(Corpus.document(file)).nodes().values()) {
                Kind expected = kindByCompilerName(node);

                assertThat(node.kind()).as(file + " " + node.path()).isEqualTo(expected);
            }
        }
    }

    private static Kind kindByCompilerName(GraphNode node) {
        String name = node.name();
        if (name.matches("for-loop-\\d+")) {
            return Kind.LOOP;
        }
        if (name.matches("condition-\\d+")) {
            return Kind.CONDITION;
        }
        if (name.matches("condition-branches-\\d+")) {
            return Kind.CONDITION_BRANCHES;
        }
        return name.matches("exit-handler-\\d+") ? Kind.EXIT_HANDLER : node.kind();
    }
}
