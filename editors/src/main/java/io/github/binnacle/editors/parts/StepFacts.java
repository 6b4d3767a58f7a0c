package io.github.binnacle.editors.parts;

import io.github.binnacle.model.pipeline.GraphNode;
import io.github.binnacle.model.pipeline.GraphNode.Facts;
import io.github.binnacle.model.pipeline.GraphPort;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResourceSpec;
import io.github.binnacle.ui.text.Texts;
import io.github.binnacle.ui.theme.Token;
import java.util.ArrayList;
import java.util.List;

/** Says in few words what a step runs and needs, and which icon and colour stand for it. */
public final class StepFacts {
    private static final Texts TEXTS = Texts.of(StepFacts.class);

    private StepFacts() {}

    /** Writes {@code 1 GPU · python 3.11}. */
    public static String subtitle(GraphNode node) {
        Facts facts = node.facts();
        if (node.kind() == GraphNode.Kind.UNKNOWN) {
            return TEXTS.get("facts.unknown");
        }
        if (node.kind() == GraphNode.Kind.IMPORTER) {
            return TEXTS.get("facts.importer");
        }
        List<String> words = new ArrayList<>(resources(facts.resources()));
        if (!facts.image().isEmpty()) {
            words.add(image(facts.image()));
        }
        return String.join(" · ", words);
    }

    /** Writes requests, or limits where there are only those: {@code 4 CPU}, {@code 16Gi}. */
    public static List<String> resources(ResourceSpec resources) {
        List<String> words = new ArrayList<>();
        if (!resources.acceleratorCount().isEmpty()) {
            String type = resources.acceleratorType();
            words.add(
                    resources.acceleratorCount()
                            + " "
                            + (type.contains("gpu") || type.isEmpty() ? "GPU" : type));
        }
        String cpu = first(resources.resourceCpuRequest(), resources.resourceCpuLimit());
        if (!cpu.isEmpty()) {
            words.add(cpu + " CPU");
        }
        String memory = first(resources.resourceMemoryRequest(), resources.resourceMemoryLimit());
        if (!memory.isEmpty()) {
            words.add(memory);
        }
        return words;
    }

    private static String first(String request, String limit) {
        return request.isEmpty() ? limit : request;
    }

    /** Shortens {@code registry.example.com/team/train:1.2} to {@code train 1.2}. */
    static String image(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int digest = name.indexOf('@');
        String shown = digest < 0 ? name : name.substring(0, digest);
        return shown.replace(':', ' ');
    }

    public static String icon(GraphNode node) {
        return switch (node.kind()) {
            case IMPORTER -> "mdoal-file_upload";
            case UNKNOWN -> "mdoal-help_outline";
            case LOOP -> "mdoal-loop";
            case CONDITION, CONDITION_BRANCHES -> "mdoal-call_split";
            case EXIT_HANDLER -> "mdoal-exit_to_app";
            case SUB_PIPELINE -> "mdoal-layers";
            case PIPELINE -> "mdoal-account_tree";
            case TASK -> taskIcon(tint(node));
        };
    }

    private static String taskIcon(Token tint) {
        return switch (tint) {
            case TYPE_DATASET -> "mdomz-table_chart";
            case TYPE_MODEL -> "mdomz-model_training";
            case TYPE_METRICS -> "mdoal-insert_chart";
            case TYPE_DOCUMENT -> "mdoal-description";
            default -> "mdoal-functions";
        };
    }

    /** Colour of the main output: of the first artifact, else of the first parameter. */
    public static Token tint(GraphNode node) {
        return node.outputs().stream()
                .filter(port -> !port.isParameter())
                .findFirst()
                .or(() -> node.outputs().stream().findFirst())
                .map(GraphPort::type)
                .map(TypeLook::token)
                .orElse(Token.TEXT_MUTED);
    }
}
