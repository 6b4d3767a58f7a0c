package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.pipeline.GraphPort.PortType;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import io.github.binnacle.model.value.Value;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loops run over a list that is there, and hand each item to an input of their body. */
final class IteratorRule implements PipelineValidator.DagRule {
    @Override
    public void check(DagScope dag, Findings findings) {
        dag.dag()
                .tasks()
                .forEach((name, task) -> {
                    @Nullable Iterator iterator = task.iterator();
                    if (iterator == null) {
                        checkPolicy(dag, name, task, findings);
                    } else {
                        checkItems(dag, name, task, iterator, findings);
                        checkItemInput(dag, name, task, iterator, findings);
                        checkLimit(dag, name, task, findings);
                    }
                });
    }

    private static void checkPolicy(
            DagScope dag, String name, PipelineTaskSpec task, Findings findings) {
        if (task.parallelismLimit() != 0) {
            findings.warning(
                    "pipeline.limit-without-loop",
                    dag.task(name).at("iteratorPolicy"),
                    Map.of("task", name));
        }
    }

    private static void checkLimit(
            DagScope dag, String name, PipelineTaskSpec task, Findings findings) {
        if (task.parallelismLimit() < 0) {
            findings.error(
                    "pipeline.negative-limit",
                    dag.task(name).at("iteratorPolicy", "parallelismLimit"),
                    Map.of("task", name, "limit", task.parallelismLimit()));
        }
    }

    private static void checkItems(
            DagScope dag,
            String name,
            PipelineTaskSpec task,
            Iterator iterator,
            Findings findings) {
        Place place = dag.task(name);
        switch (iterator) {
            case Iterator.RawItems(String raw, String _) -> {
                if (!isJsonList(raw)) {
                    findings.error(
                            "pipeline.items-not-json",
                            place.at("parameterIterator", "items", "raw"),
                            Map.of("task", name, "raw", Constants.describe(Value.of(raw))));
                }
            }
            case Iterator.ParameterItems(String input, String _) ->
                    checkSource(
                            dag,
                            name,
                            task,
                            input,
                            true,
                            place.at("parameterIterator", "items"),
                            findings);
            case Iterator.ArtifactItems(String input, String _) ->
                    checkSource(
                            dag,
                            name,
                            task,
                            input,
                            false,
                            place.at("artifactIterator", "items"),
                            findings);
        }
    }

    private static boolean isJsonList(String raw) {
        try {
            return raw.contains("{{$") || JsonReader.parse(raw) instanceof Value.Items;
        } catch (SyntaxException e) {
            return false;
        }
    }

    private static void checkSource(
            DagScope dag,
            String name,
            PipelineTaskSpec task,
            String input,
            boolean isParameter,
            Place place,
            Findings findings) {
        boolean isGiven =
                isParameter
                        ? task.inputs().parameters().containsKey(input)
                        : task.inputs().artifacts().containsKey(input);
        Optional<PortType> declared =
                dag.component(task)
                        .flatMap(component -> PortTypes.input(component, input, isParameter));
        if (!isGiven && declared.isEmpty()) {
            findings.error("pipeline.items-unknown", place, Map.of("task", name, "input", input));
        } else if (declared.isPresent()
                && !holdsItems(declared.get())
                && !dag.handsOnItem(task, input)) {
            findings.error(
                    "pipeline.items-not-list",
                    place,
                    Map.of(
                            "task", name,
                            "input", input,
                            "type", PortTypes.name(declared.get())));
        }
    }

    private static boolean holdsItems(PortType type) {
        return switch (type) {
            case PortType.Parameter(ParameterType parameter) ->
                    switch (parameter) {
                        case LIST, STRING, STRUCT, PARAMETER_TYPE_ENUM_UNSPECIFIED -> true;
                        case NUMBER_DOUBLE, NUMBER_INTEGER, BOOLEAN -> false;
                        case TASK_FINAL_STATUS, TASK_CONFIG -> false;
                    };
            case PortType.Artifact artifact -> artifact.isList();
        };
    }

    private static void checkItemInput(
            DagScope dag,
            String name,
            PipelineTaskSpec task,
            Iterator iterator,
            Findings findings) {
        boolean isParameter = !(iterator instanceof Iterator.ArtifactItems);
        dag.component(task)
                .filter(component ->
                        PortTypes.input(component, iterator.itemInput(), isParameter).isEmpty())
                .ifPresent(component ->
                        findings.error(
                                "pipeline.item-input",
                                dag.task(name)
                                        .at(
                                                isParameter
                                                        ? "parameterIterator"
                                                        : "artifactIterator",
                                                "itemInput"),
                                Map.of(
                                        "task", name,
                                        "input", iterator.itemInput(),
                                        "component", task.componentRef())));
    }
}
