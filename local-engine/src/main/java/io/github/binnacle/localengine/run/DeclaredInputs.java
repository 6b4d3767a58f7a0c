package io.github.binnacle.localengine.run;

import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec.ParameterSpec;
import io.github.binnacle.model.pipeline.ParameterType;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the inputs a task is given with those that its component declares. */
final class DeclaredInputs {
    private DeclaredInputs() {}

    /** Converts declared inputs, drops nulls of optional ones, and sees to those left out. */
    static void complete(Work work, Map<String, Value> inputs) throws TaskFailure {
        for (var declared : work.component().inputDefinitions().parameters().entrySet()) {
            String name = declared.getKey();
            ParameterSpec spec = declared.getValue();
            Value value = inputs.get(name);
            if (value == null || value instanceof Value.Null && mayBeLeftOut(spec)) {
                inputs.remove(name);
                leftOut(work, name, spec, inputs);
            } else {
                inputs.put(name, ParameterConversion.toDeclared(work.component(), name, value));
            }
        }
    }

    private static void leftOut(
            Work work, String name, ParameterSpec spec, Map<String, Value> inputs)
            throws TaskFailure {
        if (name.equals(itemInput(work))) {
            return;
        }
        if (!mayBeLeftOut(spec)) {
            throw TaskFailure.of("run.input-missing", Map.of("input", name));
        }
        if (work.component().dag().isPresent()) {
            inputs.put(name, spec.defaultValue() == null ? Value.NULL : spec.defaultValue());
        }
    }

    private static boolean mayBeLeftOut(ParameterSpec spec) {
        return spec.isOptional()
                || spec.defaultValue() != null
                || spec.parameterType() == ParameterType.TASK_FINAL_STATUS
                || spec.parameterType() == ParameterType.TASK_CONFIG;
    }

    private static String itemInput(Work work) {
        PipelineTaskSpec task = work.task();
        PipelineTaskSpec.Iterator iterator = task == null ? null : task.iterator();
        return iterator == null ? "" : iterator.itemInput();
    }

    /** Checks that the artifacts are there that must be. */
    static void check(Work work, Map<String, List<RuntimeArtifact>> artifacts) throws TaskFailure {
        for (var declared : work.component().inputDefinitions().artifacts().entrySet()) {
            String name = declared.getKey();
            boolean isMissing =
                    !artifacts.containsKey(name)
                            && !declared.getValue().isOptional()
                            && !name.equals(itemInput(work));
            if (isMissing) {
                throw TaskFailure.of("run.artifact-missing", Map.of("input", name));
            }
        }
    }

    /** Returns inputs as a component sees them: defaults stand for what was left out. */
    static TaskValues withDefaults(ComponentSpec component, TaskValues inputs) {
        Map<String, Value> all = new LinkedHashMap<>(inputs.parameters());
        component
                .inputDefinitions()
                .parameters()
                .forEach((name, spec) -> {
                    if (spec.defaultValue() != null
                            && !(spec.defaultValue() instanceof Value.Null)) {
                        all.putIfAbsent(name, spec.defaultValue());
                    }
                });
        return new TaskValues(all, inputs.artifacts());
    }
}
