package io.github.binnacle.editors.parts;

import io.github.binnacle.model.pipeline.ArtifactTypeSchema;
import io.github.binnacle.model.pipeline.GraphPort.PortType;
import io.github.binnacle.model.pipeline.ParameterType;
import io.github.binnacle.ui.theme.Token;
import java.util.Locale;

/** What the types of values are called and which colour they have (ux §2.2). */
public final class TypeLook {
    private TypeLook() {}

    /** Returns a short word: {@code int}, {@code str}, {@code Dataset}, {@code list of Model}. */
    public static String word(PortType type) {
        return switch (type) {
            case PortType.Parameter(ParameterType parameter) -> word(parameter);
            case PortType.Artifact(ArtifactTypeSchema schema, boolean isList) ->
                    isList ? "list of " + word(schema) : word(schema);
        };
    }

    public static String word(ParameterType type) {
        return switch (type) {
            case NUMBER_INTEGER -> "int";
            case NUMBER_DOUBLE -> "float";
            case STRING -> "str";
            case BOOLEAN -> "bool";
            case LIST -> "list";
            case STRUCT -> "dict";
            case TASK_FINAL_STATUS -> "status";
            case TASK_CONFIG -> "config";
            case PARAMETER_TYPE_ENUM_UNSPECIFIED -> "any";
        };
    }

    /** Returns the last part of an artifact type's title: {@code Dataset}. */
    public static String word(ArtifactTypeSchema schema) {
        String title = schema.title();
        return title.substring(title.lastIndexOf('.') + 1);
    }

    public static Token token(PortType type) {
        return switch (type) {
            case PortType.Parameter(ParameterType parameter) -> token(parameter);
            case PortType.Artifact(ArtifactTypeSchema schema, boolean _) -> token(schema);
        };
    }

    public static Token token(ParameterType type) {
        return switch (type) {
            case NUMBER_INTEGER, NUMBER_DOUBLE -> Token.TYPE_NUMBER;
            case BOOLEAN -> Token.TYPE_BOOLEAN;
            case LIST, STRUCT -> Token.TYPE_LIST;
            case STRING, TASK_FINAL_STATUS, TASK_CONFIG, PARAMETER_TYPE_ENUM_UNSPECIFIED ->
                    Token.TYPE_TEXT;
        };
    }

    public static Token token(ArtifactTypeSchema schema) {
        String word = word(schema).toLowerCase(Locale.ROOT);
        if (word.endsWith("metrics")) {
            return Token.TYPE_METRICS;
        }
        return switch (word) {
            case "dataset" -> Token.TYPE_DATASET;
            case "model" -> Token.TYPE_MODEL;
            case "html", "markdown" -> Token.TYPE_DOCUMENT;
            default -> Token.TYPE_ARTIFACT;
        };
    }
}
