package io.github.binnacle.app.cli;

import io.github.binnacle.model.pipeline.ParameterType;

/** What types of parameters are called. */
final class TypeWords {
    private TypeWords() {}

    static String of(ParameterType type) {
        return switch (type) {
            case NUMBER_INTEGER -> "a whole number";
            case NUMBER_DOUBLE -> "a number";
            case STRING -> "text";
            case BOOLEAN -> "true or false";
            case LIST -> "a list (JSON)";
            case STRUCT -> "a struct (JSON)";
            case TASK_FINAL_STATUS -> "a final status";
            case TASK_CONFIG -> "a task configuration";
            case PARAMETER_TYPE_ENUM_UNSPECIFIED -> "any value";
        };
    }

    static String example(ParameterType type) {
        return switch (type) {
            case NUMBER_INTEGER -> "4";
            case NUMBER_DOUBLE -> "0.5";
            case BOOLEAN -> "true";
            case LIST -> "'[1, 2]'";
            case STRUCT, TASK_CONFIG, TASK_FINAL_STATUS -> "'{\"key\": 1}'";
            case STRING, PARAMETER_TYPE_ENUM_UNSPECIFIED -> "text";
        };
    }
}
