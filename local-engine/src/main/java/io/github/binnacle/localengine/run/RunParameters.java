package io.github.binnacle.localengine.run;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec.ParameterSpec;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the parameters of a run against those that the pipeline declares. */
final class RunParameters {
    private final PipelineDocument document;
    private final ComponentSpec root;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Value> values = new LinkedHashMap<>();

    private RunParameters(PipelineDocument document) {
        this.document = document;
        this.root = document.spec().root();
    }

    /**
     * @param values by name, defaults included, of the declared types; null for an optional one
     *     that has no value
     */
    record Checked(Map<String, Value> values, List<Problem> problems) {}

    static Checked check(PipelineDocument document, Map<String, Value> given) {
        RunParameters parameters = new RunParameters(document);
        root(parameters, given);
        return new Checked(parameters.values, parameters.problems);
    }

    private static void root(RunParameters parameters, Map<String, Value> given) {
        Map<String, ParameterSpec> declared = parameters.root.inputDefinitions().parameters();
        declared.forEach((name, spec) -> parameters.take(name, spec, given.get(name)));
        for (String name : given.keySet()) {
            if (!declared.containsKey(name)) {
                parameters.refuse(
                        "run.parameter-unknown",
                        Map.of("name", name, "known", String.join(", ", declared.keySet())));
            }
        }
        parameters
                .root
                .inputDefinitions()
                .artifacts()
                .forEach((name, spec) -> {
                    if (!spec.isOptional()) {
                        parameters.refuse("run.root-artifact", Map.of("name", name));
                    }
                });
    }

    private void take(String name, ParameterSpec spec, @Nullable Value given) {
        Value value = given == null ? spec.defaultValue() : given;
        if (value == null && !spec.isOptional()) {
            refuse(
                    "run.parameter-missing",
                    Map.of("name", name, "type", spec.parameterType().name()));
            return;
        }
        try {
            values.put(
                    name,
                    ParameterConversion.toDeclared(root, name, value == null ? Value.NULL : value));
        } catch (TaskFailure e) {
            refuse("run.parameter-wrong", Map.of("detail", e.explanation().sentence()));
        }
    }

    private void refuse(String code, Map<String, Object> arguments) {
        List<String> keys = List.of("root", "inputDefinitions", "parameters");
        problems.add(
                new Problem(
                        code,
                        Severity.ERROR,
                        new Address.NodeAddress(document.address(), 0, keys),
                        document.nearestRange(keys),
                        arguments));
    }
}
