package io.github.binnacle.localengine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes pipelines for tests.
 *
 * <p>A line such as {@code add(a: NUMBER_INTEGER, b?: NUMBER_INTEGER = 4, data: @Dataset) ->
 * Output: NUMBER_INTEGER, model: @Model} becomes a component {@code comp-add} with an executor
 * {@code add}. Types of artifacts begin with {@code @}, lists of them with {@code @@}.
 */
final class Ir {
    private static final Pattern COMPONENT =
            Pattern.compile("([\\w-]+)\\((.*?)\\)(?:\\s*->\\s*(.*?))?(?:\\s*#\\s*(.*))?");
    private static final Pattern PORT =
            Pattern.compile("([\\w-]+)(\\??):\\s*([@\\w]+)(?:\\s*=\\s*(.*))?");

    private Ir() {}

    /**
     * @param components one in each line; after {@code #} further fields of the container
     * @param dags YAML of further components, indented by two
     * @param root YAML of the root component, indented by two
     */
    static String pipeline(String components, String dags, String root) {
        StringBuilder specs = new StringBuilder();
        StringBuilder executors = new StringBuilder();
        for (String line : components.strip().lines().map(String::strip).toList()) {
            Matcher component = COMPONENT.matcher(line);
            if (!component.matches()) {
                throw new IllegalArgumentException(line);
            }
            String name = component.group(1);
            String more = component.group(4) == null ? "" : ", " + component.group(4);
            specs.append(
                    "  comp-%s: {executorLabel: %s, inputDefinitions: %s, outputDefinitions: %s}\n"
                            .formatted(
                                    name,
                                    name,
                                    ports(component.group(2)),
                                    ports(component.group(3))));
            String image = more.contains("image:") ? "" : "image: python";
            String fields = image.isEmpty() ? more.substring(2) : image + more;
            executors.append("    %s: {container: {%s}}\n".formatted(name, fields));
        }
        return "pipelineInfo: {name: test}\nschemaVersion: 2.1.0\nsdkVersion: kfp-2.17.0\n"
                + "components:\n"
                + specs
                + indented(dags)
                + "deploymentSpec:\n  executors:\n"
                + executors
                + "root:\n"
                + indented(root);
    }

    static String pipeline(String components, String root) {
        return pipeline(components, "", root);
    }

    private static String indented(String yaml) {
        return yaml.isBlank() ? "" : yaml.indent(2);
    }

    private static String ports(String text) {
        List<String> parameters = new ArrayList<>();
        List<String> artifacts = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            for (String port : text.split(",\\s*(?=[\\w-]+\\??:\\s*@?[A-Z@])")) {
                Matcher matcher = PORT.matcher(port.strip());
                if (!matcher.matches()) {
                    throw new IllegalArgumentException(port);
                }
                port(matcher, parameters, artifacts);
            }
        }
        return "{parameters: {%s}, artifacts: {%s}}"
                .formatted(String.join(", ", parameters), String.join(", ", artifacts));
    }

    private static void port(Matcher port, List<String> parameters, List<String> artifacts) {
        String type = port.group(3);
        String optional = port.group(2).isEmpty() ? "" : ", isOptional: true";
        if (type.startsWith("@")) {
            String list = type.startsWith("@@") ? ", isArtifactList: true" : "";
            artifacts.add(
                    "%s: {artifactType: {schemaTitle: system.%s, schemaVersion: 0.0.1}%s%s}"
                            .formatted(port.group(1), type.replace("@", ""), list, optional));
        } else {
            String value = port.group(4) == null ? "" : ", defaultValue: " + port.group(4);
            parameters.add(
                    "%s: {parameterType: %s%s%s}".formatted(port.group(1), type, value, optional));
        }
    }
}
