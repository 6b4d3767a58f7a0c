package io.github.binnacle.model.placeholder;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One placeholder as it is written between {@code {{$} and {@code }}}. */
public sealed interface Placeholder {
    Pattern PATTERN =
            Pattern.compile(
                    "\\{\\{\\$(\\.json_escape\\[1\\])?([^{}]*?)(\\.json_escape\\[1\\])?\\}\\}");

    Pattern MEMBER =
            Pattern.compile(
                    "\\.(inputs|outputs)\\.(parameters|artifacts)\\[(?:'([^']*)'|\"([^\"]*)\")\\](.*)");

    /** Values of the run that KFP or its SDK knows. */
    Set<String> JOB_NAMES =
            Set.of(
                    "pipeline_job_name",
                    "pipeline_job_resource_name",
                    "pipeline_job_uuid",
                    "pipeline_task_name",
                    "pipeline_task_uuid",
                    "pipeline_job_create_time_utc",
                    "pipeline_job_schedule_time_utc",
                    "pipeline_root",
                    "workspace_path");

    /** The whole ExecutorInput. */
    record ExecutorInput() implements Placeholder {}

    record InputParameter(String name) implements Placeholder {}

    /**
     * @param detail {@code uri}, {@code path}, {@code name}, {@code metadata}, {@code
     *     metadata['k']}, or empty
     */
    record InputArtifact(String name, String detail) implements Placeholder {}

    record OutputParameterFile(String name) implements Placeholder {}

    record OutputArtifact(String name, String detail) implements Placeholder {}

    /** The ExecutorOutput file. */
    record OutputFile() implements Placeholder {}

    /** A value of the run, such as {@code pipeline_job_uuid}. */
    record Job(String name) implements Placeholder {}

    /** Nothing that KFP knows. */
    record Unknown(String text) implements Placeholder {}

    /** Reads the text after {@code $}. */
    static Placeholder of(String text) {
        if (text.isEmpty()) {
            return new ExecutorInput();
        }
        if (text.equals(".outputs.output_file") || text.equals(".outputMetadataUri")) {
            return new OutputFile();
        }
        Matcher member = MEMBER.matcher(text);
        if (member.matches()) {
            return member(member).orElse(new Unknown(text));
        }
        return text.matches("\\.(pipeline_[a-z_]+|workspace_path)")
                ? new Job(text.substring(1))
                : new Unknown(text);
    }

    private static Optional<Placeholder> member(Matcher member) {
        String name = member.group(3) == null ? member.group(4) : member.group(3);
        String rest = member.group(5);
        boolean isInput = member.group(1).equals("inputs");
        if (member.group(2).equals("parameters")) {
            return parameter(isInput, name, rest);
        }
        if (!rest.isEmpty() && !rest.startsWith(".") && !rest.startsWith("[")) {
            return Optional.empty();
        }
        String detail = rest.startsWith(".") ? rest.substring(1) : rest;
        return Optional.of(
                isInput ? new InputArtifact(name, detail) : new OutputArtifact(name, detail));
    }

    private static Optional<Placeholder> parameter(boolean isInput, String name, String rest) {
        if (isInput && rest.isEmpty()) {
            return Optional.of(new InputParameter(name));
        }
        return !isInput && rest.equals(".output_file")
                ? Optional.of(new OutputParameterFile(name))
                : Optional.empty();
    }
}
