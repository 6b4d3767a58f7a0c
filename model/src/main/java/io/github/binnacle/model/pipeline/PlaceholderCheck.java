package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.placeholder.Placeholder;
import io.github.binnacle.model.placeholder.Placeholders;
import java.util.Map;
import java.util.Set;

/** Checks the placeholders of one component's commands against its ports. */
final class PlaceholderCheck {
    private final Set<String> inputs;
    private final ComponentSpec component;

    PlaceholderCheck(Set<String> inputs, ComponentSpec component) {
        this.inputs = inputs;
        this.component = component;
    }

    void check(String text, Place place, Findings findings) {
        for (Placeholder placeholder : Placeholders.in(text)) {
            check(placeholder, place, findings);
        }
        for (String input : Placeholders.conditionalInputs(text)) {
            checkInput(input, place, findings);
        }
        if (Placeholders.looksLikeBrokenStruct(text)) {
            findings.warning(
                    "pipeline.broken-struct-placeholder",
                    place,
                    Map.of("text", Constants.shorten(text)));
        }
    }

    private void check(Placeholder placeholder, Place place, Findings findings) {
        switch (placeholder) {
            case Placeholder.InputParameter(String name) -> checkInput(name, place, findings);
            case Placeholder.InputArtifact(String name, String _) ->
                    checkInput(name, place, findings);
            case Placeholder.OutputParameterFile(String name) ->
                    checkOutput(
                            name,
                            component.outputDefinitions().parameters().keySet(),
                            place,
                            findings);
            case Placeholder.OutputArtifact(String name, String _) ->
                    checkOutput(
                            name,
                            component.outputDefinitions().artifacts().keySet(),
                            place,
                            findings);
            case Placeholder.Job(String name) -> checkJob(name, place, findings);
            case Placeholder.Unknown(String text) -> unknown(text, place, findings);
            case Placeholder.ExecutorInput _, Placeholder.OutputFile _ -> {}
        }
    }

    private void checkInput(String name, Place place, Findings findings) {
        if (!inputs.contains(name)) {
            unknownName("input", name, inputs, place, findings);
        }
    }

    private static void checkOutput(
            String name, Set<String> known, Place place, Findings findings) {
        if (!known.contains(name)) {
            unknownName("output", name, known, place, findings);
        }
    }

    static void checkJob(String name, Place place, Findings findings) {
        if (!Placeholder.JOB_NAMES.contains(name)) {
            findings.warning(
                    "pipeline.unknown-placeholder",
                    place,
                    Map.of(
                            "placeholder",
                            "{{$." + name + "}}",
                            "suggestion",
                            findings.suggestion(name, Placeholder.JOB_NAMES)));
        }
    }

    static void unknown(String text, Place place, Findings findings) {
        findings.warning(
                "pipeline.unknown-placeholder",
                place,
                Map.of(
                        "placeholder",
                        "{{$" + Constants.shorten(text) + "}}",
                        "suggestion",
                        Suggestion.NONE));
    }

    static void unknownName(
            String side, String name, Set<String> known, Place place, Findings findings) {
        findings.error(
                "pipeline.placeholder-name",
                place,
                Map.of(
                        "side", side,
                        "name", name,
                        "suggestion", findings.suggestion(name, known)));
    }
}
