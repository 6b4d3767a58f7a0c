package io.github.binnacle.model.pipeline.edit;

import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what names a task in the platform spec of its siblings: outputs of tasks are names of
 * volumes, secrets and the like.
 */
final class PlatformMentions {
    private final DagPlace place;
    private final String name;

    PlatformMentions(DagPlace place, String name) {
        this.place = place;
        this.name = name;
    }

    /** Returns the texts that are the task's name. */
    List<NodePath> names() {
        List<NodePath> names = new ArrayList<>();
        PipelineDocument document = place.document();
        for (PipelineTaskSpec task : place.dag().tasks().values()) {
            Optional.ofNullable(document.spec().components().get(task.componentRef()))
                    .flatMap(component -> component.executorLabel())
                    .flatMap(label ->
                            document.platform()
                                    .executor(label)
                                    .map(config -> Map.entry(label, config.source())))
                    .ifPresent(config ->
                            addNamed(
                                    config.getValue(),
                                    List.of(
                                            "platforms",
                                            "kubernetes",
                                            "deploymentSpec",
                                            "executors",
                                            config.getKey()),
                                    names));
        }
        return names;
    }

    private void addNamed(Value value, List<String> keys, List<NodePath> names) {
        switch (value) {
            case Value.Struct(Map<String, Value> fields) ->
                    fields.forEach((key, field) -> {
                        List<String> inner = longer(keys, key);
                        boolean isName = key.equals("producerTask") || key.equals("producer_task");
                        if (isName && field.equals(Value.of(name))) {
                            NodePath path = place.document().path(1, inner);
                            if (!names.contains(path)) {
                                names.add(path);
                            }
                        } else {
                            addNamed(field, inner, names);
                        }
                    });
            case Value.Items(List<Value> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    addNamed(items.get(i), longer(keys, String.valueOf(i)), names);
                }
            }
            case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> {}
        }
    }

    private static List<String> longer(List<String> keys, String key) {
        List<String> longer = new ArrayList<>(keys);
        longer.add(key);
        return longer;
    }
}
