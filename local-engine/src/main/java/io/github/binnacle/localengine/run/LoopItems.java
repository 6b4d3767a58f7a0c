package io.github.binnacle.localengine.run;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the inputs of a loop's iterations from its items. */
final class LoopItems {
    private LoopItems() {}

    /** Returns the inputs of every iteration: those of the loop, and the item. */
    static List<TaskValues> inputs(Iterator iterator, ComponentSpec component, TaskValues loop)
            throws TaskFailure {
        return switch (iterator) {
            case Iterator.ArtifactItems(String from, String item) ->
                    loop.artifacts().getOrDefault(from, List.of()).stream()
                            .map(artifact -> withArtifact(loop, item, artifact))
                            .toList();
            case Iterator.RawItems(String raw, String item) ->
                    withValues(loop, item, list(raw, "its list of items"), component);
            case Iterator.ParameterItems(String from, String item) ->
                    withValues(loop, item, items(loop, from), component);
        };
    }

    private static List<Value> items(TaskValues loop, String input) throws TaskFailure {
        return switch (loop.parameters().getOrDefault(input, Value.NULL)) {
            case Value.Items(List<Value> values) -> values;
            case Value.Text(String text) -> list(text, "\"" + input + "\"");
            case Value.Null _ -> throw TaskFailure.of("run.loop-missing", Map.of("input", input));
            case Value other -> throw notAList("\"" + input + "\"", JsonText.compact(other));
        };
    }

    private static List<Value> list(String text, String what) throws TaskFailure {
        try {
            if (JsonReader.parse(text) instanceof Value.Items(List<Value> values)) {
                return values;
            }
        } catch (SyntaxException e) {
            throw notAList(what, text);
        }
        throw notAList(what, text);
    }

    private static TaskFailure notAList(String what, String found) {
        return TaskFailure.of(
                "run.loop-not-list", Map.of("what", what, "found", Shortened.text(found)));
    }

    private static List<TaskValues> withValues(
            TaskValues loop, String item, List<Value> values, ComponentSpec component)
            throws TaskFailure {
        List<TaskValues> inputs = new ArrayList<>();
        for (Value value : values) {
            Map<String, Value> parameters = new LinkedHashMap<>(loop.parameters());
            parameters.put(item, ParameterConversion.toDeclared(component, item, value));
            inputs.add(new TaskValues(parameters, loop.artifacts()));
        }
        return inputs;
    }

    private static TaskValues withArtifact(TaskValues loop, String item, RuntimeArtifact artifact) {
        Map<String, List<RuntimeArtifact>> artifacts = new LinkedHashMap<>(loop.artifacts());
        artifacts.put(item, List.of(artifact));
        return new TaskValues(loop.parameters(), artifacts);
    }
}
