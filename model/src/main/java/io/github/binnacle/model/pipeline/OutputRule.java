package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.DagSpec.ParameterSelectorSpec;
import io.github.binnacle.model.pipeline.GraphPort.PortType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every output that a DAG declares comes from a task inside, and is of its type. */
final class OutputRule implements PipelineValidator.DagRule {
    @Override
    public void check(DagScope dag, Findings findings) {
        ComponentSpec.ComponentOutputsSpec declared = dag.owner().outputDefinitions();
        DagSpec.DagOutputsSpec given = dag.dag().outputs();
        checkAllGiven(dag, declared.parameters().keySet(), given.parameters().keySet(), findings);
        checkAllGiven(dag, declared.artifacts().keySet(), given.artifacts().keySet(), findings);
        given.parameters()
                .forEach((name, output) ->
                        checkOutput(dag, name, true, selectors(output.selectors()), findings));
        given.artifacts()
                .forEach((name, output) ->
                        checkOutput(
                                dag,
                                name,
                                false,
                                output.artifactSelectors().stream()
                                        .map(part ->
                                                new Selector(
                                                        part.producerSubtask(),
                                                        part.outputArtifactKey()))
                                        .toList(),
                                findings));
    }

    private record Selector(String task, String key) {}

    private static List<Selector> selectors(List<ParameterSelectorSpec> parts) {
        return parts.stream()
                .map(part -> new Selector(part.producerSubtask(), part.outputParameterKey()))
                .toList();
    }

    private static void checkAllGiven(
            DagScope dag, Set<String> declared, Set<String> given, Findings findings) {
        List<String> missing = new ArrayList<>(declared);
        missing.removeAll(given);
        for (String name : missing) {
            findings.error(
                    "pipeline.output-without-source",
                    dag.place().output(name).at("outputDefinitions"),
                    Map.of("output", name, "owner", owner(dag)));
        }
    }

    private static void checkOutput(
            DagScope dag,
            String name,
            boolean isParameter,
            List<Selector> selectors,
            Findings findings) {
        Place place =
                dag.place()
                        .output(name)
                        .at("dag", "outputs", isParameter ? "parameters" : "artifacts", name);
        if (selectors.isEmpty()) {
            findings.error(
                    "pipeline.output-without-source",
                    place,
                    Map.of("output", name, "owner", owner(dag)));
        }
        for (Selector selector : selectors) {
            String reader = dag.isRoot() ? "the pipeline" : dag.component();
            ReferenceRule.checkOutput(
                    dag, reader, selector.task(), selector.key(), isParameter, place, findings);
        }
        Optional<PortType> declared = declared(dag, name, isParameter);
        if (declared.isEmpty()) {
            findings.warning(
                    "pipeline.undeclared-output",
                    place,
                    Map.of("output", name, "owner", owner(dag)));
        } else {
            selectors.stream()
                    .flatMap(selector ->
                            dag.outputType(selector.task(), selector.key(), isParameter).stream())
                    .filter(given -> !fits(dag, given, declared.get()))
                    .findFirst()
                    .ifPresent(
                            given -> mismatch(dag, name, given, declared.get(), place, findings));
        }
    }

    private static Optional<PortType> declared(DagScope dag, String name, boolean isParameter) {
        return PortTypes.output(dag.owner(), name, isParameter, false);
    }

    /** The body of a loop may declare what one iteration gives, or the list of all. */
    private static boolean fits(DagScope dag, PortType given, PortType declared) {
        return PortTypes.fits(given, declared)
                || (dag.isLoopBody()
                        && switch (declared) {
                            case PortType.Parameter(ParameterType type) ->
                                    type == ParameterType.LIST;
                            case PortType.Artifact(ArtifactTypeSchema type, boolean isList) ->
                                    isList
                                            && PortTypes.fits(
                                                    given, new PortType.Artifact(type, false));
                        });
    }

    private static void mismatch(
            DagScope dag,
            String output,
            PortType given,
            PortType declared,
            Place place,
            Findings findings) {
        findings.error(
                "pipeline.output-type",
                place,
                Map.of(
                        "output", output,
                        "owner", owner(dag),
                        "given", PortTypes.name(given),
                        "declared", PortTypes.name(declared)));
    }

    private static String owner(DagScope dag) {
        return dag.isRoot() ? "the pipeline" : "\"" + dag.component() + "\"";
    }
}
