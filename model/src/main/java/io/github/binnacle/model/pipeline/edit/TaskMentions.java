package io.github.binnacle.model.pipeline.edit;

import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.pipeline.DagSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputArtifactSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputParameterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds everything in a DAG, and in the platform spec beside it, that names one of its tasks. */
final class TaskMentions {
    private final DagPlace place;
    private final String name;

    TaskMentions(DagPlace place, String name) {
        this.place = place;
        this.name = name;
    }

    /** Returns the texts that are the task's name. */
    List<NodePath> names() {
        List<NodePath> names = new ArrayList<>();
        place.dag()
                .tasks()
                .forEach((reader, task) -> {
                    for (int i = 0; i < task.dependentTasks().size(); i++) {
                        if (task.dependentTasks().get(i).equals(name)) {
                            names.add(place.task(reader, "dependentTasks", String.valueOf(i)));
                        }
                    }
                    task.inputs()
                            .parameters()
                            .forEach((input, spec) ->
                                    field(spec)
                                            .ifPresent(field ->
                                                    names.add(
                                                            place.task(
                                                                    reader,
                                                                    "inputs",
                                                                    "parameters",
                                                                    input,
                                                                    field,
                                                                    "producerTask"))));
                    task.inputs()
                            .artifacts()
                            .forEach((input, spec) -> {
                                if (takesFrom(spec)) {
                                    names.add(
                                            place.task(
                                                    reader,
                                                    "inputs",
                                                    "artifacts",
                                                    input,
                                                    "taskOutputArtifact",
                                                    "producerTask"));
                                }
                            });
                });
        addOutputs(names);
        names.addAll(new PlatformMentions(place, name).names());
        return names;
    }

    private Optional<String> field(InputParameterSpec input) {
        return switch (input.source()) {
            case ParameterSource.TaskOutput(String producer, String _) when producer.equals(name) ->
                    Optional.of("taskOutputParameter");
            case ParameterSource.TaskFinalStatus(String producer) when producer.equals(name) ->
                    Optional.of("taskFinalStatus");
            case ParameterSource.TaskOutput _, ParameterSource.TaskFinalStatus _ ->
                    Optional.empty();
            case ParameterSource.RuntimeConstant _, ParameterSource.RuntimeParameter _ ->
                    Optional.empty();
            case ParameterSource.ComponentInput _, ParameterSource.Missing _ -> Optional.empty();
        };
    }

    private boolean takesFrom(InputArtifactSpec input) {
        return input instanceof InputArtifactSpec.TaskOutput(String producer, String _)
                && producer.equals(name);
    }

    /** Returns the inputs of other tasks that come from the task. */
    List<NodePath> inputs() {
        List<NodePath> inputs = new ArrayList<>();
        place.dag()
                .tasks()
                .forEach((reader, task) -> {
                    task.inputs()
                            .parameters()
                            .forEach((input, spec) -> {
                                if (field(spec).isPresent()) {
                                    inputs.add(place.task(reader, "inputs", "parameters", input));
                                }
                            });
                    task.inputs()
                            .artifacts()
                            .forEach((input, spec) -> {
                                if (takesFrom(spec)) {
                                    inputs.add(place.task(reader, "inputs", "artifacts", input));
                                }
                            });
                });
        return inputs;
    }

    /**
     * Returns the entries of other tasks' lists of tasks to wait for; the list if it is the last.
     */
    List<NodePath> waits() {
        List<NodePath> waits = new ArrayList<>();
        for (Map.Entry<String, PipelineTaskSpec> reader : place.dag().tasks().entrySet()) {
            List<String> upstream = reader.getValue().dependentTasks();
            if (!upstream.isEmpty() && upstream.stream().allMatch(name::equals)) {
                waits.add(place.task(reader.getKey(), "dependentTasks"));
                continue;
            }
            for (int i = 0; i < upstream.size(); i++) {
                if (upstream.get(i).equals(name)) {
                    waits.add(place.task(reader.getKey(), "dependentTasks", String.valueOf(i)));
                }
            }
        }
        return waits;
    }

    private void addOutputs(List<NodePath> names) {
        place.dag()
                .outputs()
                .artifacts()
                .forEach((output, spec) -> {
                    for (int i = 0; i < spec.artifactSelectors().size(); i++) {
                        if (spec.artifactSelectors().get(i).producerSubtask().equals(name)) {
                            names.add(selector("artifacts", output, "artifactSelectors", i));
                        }
                    }
                });
        place.dag()
                .outputs()
                .parameters()
                .forEach((output, spec) -> {
                    switch (spec) {
                        case DagSpec.DagOutputParameterSpec.ValueFromParameter(var selector) -> {
                            if (selector.producerSubtask().equals(name)) {
                                names.add(
                                        place.at(
                                                "outputs",
                                                "parameters",
                                                output,
                                                "valueFromParameter",
                                                "producerSubtask"));
                            }
                        }
                        case DagSpec.DagOutputParameterSpec.ValueFromOneof oneof -> {
                            for (int i = 0; i < oneof.parameterSelectors().size(); i++) {
                                if (oneof.parameterSelectors()
                                        .get(i)
                                        .producerSubtask()
                                        .equals(name)) {
                                    names.add(oneofSelector(output, i));
                                }
                            }
                        }
                    }
                });
    }

    private NodePath selector(String kind, String output, String list, int index) {
        return place.at("outputs", kind, output, list, String.valueOf(index), "producerSubtask");
    }

    private NodePath oneofSelector(String output, int index) {
        return place.at(
                "outputs",
                "parameters",
                output,
                "valueFromOneof",
                "parameterSelectors",
                String.valueOf(index),
                "producerSubtask");
    }

    /** Returns the outputs of the DAG that come from the task; of a choice, only its branch. */
    List<NodePath> outputs() {
        List<NodePath> outputs = new ArrayList<>();
        List<NodePath> selectors = new ArrayList<>();
        addOutputs(selectors);
        for (NodePath selector : selectors) {
            NodePath holder = selector.parent();
            boolean isBranch = holder.last().matches("\\d+") && !isOnlyBranch(holder);
            outputs.add(isBranch ? holder : output(holder));
        }
        return outputs.stream().distinct().toList();
    }

    private boolean isOnlyBranch(NodePath branch) {
        return !place.document().holds(branch.parent().child("1"));
    }

    private NodePath output(NodePath inside) {
        int depth = place.at("outputs", "artifacts", "x").keys().size();
        return new NodePath(inside.document(), inside.keys().subList(0, depth));
    }
}
