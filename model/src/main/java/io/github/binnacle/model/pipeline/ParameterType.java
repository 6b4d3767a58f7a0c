package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.value.Value;

/**
 * Type of a parameter (KFP v2 IR, ParameterTypeEnum). Old spellings are read as their successors.
 */
public enum ParameterType {
    PARAMETER_TYPE_ENUM_UNSPECIFIED,
    NUMBER_DOUBLE,
    NUMBER_INTEGER,
    STRING,
    BOOLEAN,
    LIST,
    STRUCT,
    TASK_FINAL_STATUS,
    TASK_CONFIG;

    /** Returns the type that a value has by itself; null has none. */
    public static ParameterType of(Value value) {
        return switch (value) {
            case Value.Null _ -> PARAMETER_TYPE_ENUM_UNSPECIFIED;
            case Value.Bool _ -> BOOLEAN;
            case Value.Num number -> number.isIntegral() ? NUMBER_INTEGER : NUMBER_DOUBLE;
            case Value.Text _ -> STRING;
            case Value.Items _ -> LIST;
            case Value.Struct _ -> STRUCT;
        };
    }
}
