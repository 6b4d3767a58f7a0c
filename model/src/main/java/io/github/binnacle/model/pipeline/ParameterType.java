package io.github.binnacle.model.pipeline;

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
    TASK_CONFIG
}
