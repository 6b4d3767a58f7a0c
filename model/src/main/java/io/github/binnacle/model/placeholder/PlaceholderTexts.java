package io.github.binnacle.model.placeholder;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what text stands for a placeholder. */
final class PlaceholderTexts {
    private static final Pattern KEY =
            Pattern.compile(
                    "(?:metadata|properties|custom_properties)\\[(?:'([^']*)'|\"([^\"]*)\")\\]");

    private PlaceholderTexts() {}

    static String of(Placeholder placeholder, String written, PlaceholderValues values)
            throws PlaceholderException {
        return switch (placeholder) {
            case Placeholder.ExecutorInput _ -> values.executorInput();
            case Placeholder.OutputFile _ -> values.outputFile();
            case Placeholder.InputParameter(String name) ->
                    values.inputParameter(name).map(PlaceholderTexts::text).orElse("");
            case Placeholder.OutputParameterFile(String name) ->
                    values.outputParameterFile(name)
                            .orElseThrow(() ->
                                    unknown(
                                            written,
                                            "there is no output parameter \"" + name + "\""));
            case Placeholder.InputArtifact(String name, String detail) ->
                    artifact(values.inputArtifacts(name), detail, written);
            case Placeholder.OutputArtifact(String name, String detail) ->
                    artifact(values.outputArtifacts(name), detail, written);
            case Placeholder.Job(String name) ->
                    values.job(name).orElseThrow(() -> unknown(written, "KFP has no such value"));
            case Placeholder.Unknown _ -> throw unknown(written, "KFP has no such placeholder");
        };
    }

    /** Prints a parameter as it stands in a command: text as it is, everything else as JSON. */
    static String text(Value value) {
        return value instanceof Value.Text(String text) ? text : JsonText.compact(value);
    }

    private static String artifact(List<RuntimeArtifact> artifacts, String detail, String written)
            throws PlaceholderException {
        if (detail.isEmpty()) {
            return JsonText.compact(
                    Value.of(
                            Map.of(
                                    "artifacts",
                                    Value.of(artifacts.stream().map(ArtifactJson::of).toList()))));
        }
        if (artifacts.isEmpty()) {
            return "";
        }
        RuntimeArtifact first = artifacts.getFirst();
        return switch (detail) {
            case "uri", "path" -> first.uri();
            case "name" -> first.name();
            case "metadata" -> JsonText.compact(first.metadata());
            default -> metadata(first, detail, written);
        };
    }

    private static String metadata(RuntimeArtifact artifact, String detail, String written)
            throws PlaceholderException {
        Matcher key = KEY.matcher(detail);
        if (!key.matches()) {
            throw unknown(written, "an artifact has no \"" + detail + "\"");
        }
        String name = key.group(1) == null ? key.group(2) : key.group(1);
        return artifact.metadata().field(name).map(PlaceholderTexts::text).orElse("");
    }

    private static PlaceholderException unknown(String written, String why) {
        return new PlaceholderException(
                "The placeholder "
                        + written
                        + " cannot be replaced: "
                        + why
                        + ". Correct the command.");
    }
}
