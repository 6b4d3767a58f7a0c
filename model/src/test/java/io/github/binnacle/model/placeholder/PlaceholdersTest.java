package io.github.binnacle.model.placeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.pipeline.ArtifactTypeSchema;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
    private final PlaceholderValues values = new SomeValues();

    /** Values of one imaginary task. */
    private static final class SomeValues implements PlaceholderValues {
        private final Map<String, Value> parameters =
                Map.of(
                        "text", Value.of("say \"hi\""),
                        "whole", Value.of(6.0),
                        "part", Value.of(0.25),
                        "flag", Value.of(true),
                        "list", Value.of(List.of(Value.of(1), Value.of("a"))),
                        "struct", Value.of(Map.of("k", Value.of(2.0))),
                        "nothing", Value.NULL);
        private final RuntimeArtifact artifact =
                new RuntimeArtifact(
                        7,
                        "data",
                        new ArtifactTypeSchema("system.Dataset", "", "", "0.0.1"),
                        "/in/data",
                        Value.of(Map.of("rows", Value.of(3), "note", Value.of("ok"))),
                        "",
                        -1);

        @Override
        public String executorInput() {
            return "{\"inputs\":{}}";
        }

        @Override
        public Optional<Value> inputParameter(String name) {
            return Optional.ofNullable(parameters.get(name));
        }

        @Override
        public List<RuntimeArtifact> inputArtifacts(String name) {
            return name.equals("data") ? List.of(artifact) : List.of();
        }

        @Override
        public List<RuntimeArtifact> outputArtifacts(String name) {
            return name.equals("model") ? List.of(artifact) : List.of();
        }

        @Override
        public Optional<String> outputParameterFile(String name) {
            return name.equals("out") ? Optional.of("/out/out") : Optional.empty();
        }

        @Override
        public String outputFile() {
            return "/out/executor_output.json";
        }

        @Override
        public Optional<String> job(String name) {
            return Placeholder.JOB_NAMES.contains(name)
                    ? Optional.of("<" + name + ">")
                    : Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {{$}}                                              | {"inputs":{}}
                    {{$.inputs.parameters['text']}}                    | say "hi"
                    {{$.inputs.parameters["text"]}}                    | say "hi"
                    n={{$.inputs.parameters['whole']}}!                | n=6!
                    {{$.inputs.parameters['part']}}                    | 0.25
                    {{$.inputs.parameters['flag']}}                    | true
                    {{$.inputs.parameters['list']}}                    | [1,"a"]
                    {{$.inputs.parameters['struct']}}                  | {"k":2}
                    [{{$.inputs.parameters['left out']}}]              | []
                    {{$.inputs.artifacts['data'].uri}}                 | /in/data
                    {{$.inputs.artifacts['data'].path}}                | /in/data
                    {{$.inputs.artifacts['data'].name}}                | data
                    {{$.inputs.artifacts['data'].metadata['rows']}}    | 3
                    {{$.inputs.artifacts['data'].properties['note']}}  | ok
                    [{{$.inputs.artifacts['data'].metadata['gone']}}]  | []
                    [{{$.inputs.artifacts['left out'].uri}}]           | []
                    {{$.outputs.artifacts['model'].path}}              | /in/data
                    {{$.outputs.artifacts['model'].uri}}               | /in/data
                    {{$.outputs.parameters['out'].output_file}}        | /out/out
                    {{$.outputs.output_file}}                          | /out/executor_output.json
                    {{$.outputMetadataUri}}                            | /out/executor_output.json
                    {{$.inputs.parameters['text'].json_escape[1]}}     | say \\"hi\\"
                    {{$.json_escape[1].inputs.parameters['text']}}     | say \\"hi\\"
                    {{$.pipeline_job_name}}                            | <pipeline_job_name>
                    {{$.pipeline_job_resource_name}}                   | <pipeline_job_resource_name>
                    {{$.pipeline_job_uuid}}/{{$.pipeline_task_uuid}}   | <pipeline_job_uuid>/<pipeline_task_uuid>
                    {{$.pipeline_task_name}}                           | <pipeline_task_name>
                    {{$.pipeline_job_create_time_utc}}                 | <pipeline_job_create_time_utc>
                    {{$.pipeline_job_schedule_time_utc}}               | <pipeline_job_schedule_time_utc>
                    {{$.pipeline_root}}                                | <pipeline_root>
                    {{$.workspace_path}}/x                             | <workspace_path>/x
                    no placeholder {{x}} $ {{                          | no placeholder {{x}} $ {{
                    """)
    void replacesEveryPlaceholderOfKfp(String text, String expected) throws PlaceholderException {
        assertThat(Placeholders.resolveText(text, values)).isEqualTo(expected);
    }

    @Test
    void printsWholeArtifactsAsJson() throws PlaceholderException {
        assertThat(Placeholders.resolveText("{{$.inputs.artifacts['data']}}", values))
                .isEqualTo(
                        "{\"artifacts\":[{\"name\":\"data\",\"type\":{\"schemaTitle\":\"system.Dataset\","
                                + "\"schemaVersion\":\"0.0.1\"},\"uri\":\"/in/data\",\"metadata\":"
                                + Placeholders.resolveText(
                                        "{{$.inputs.artifacts['data'].metadata}}", values)
                                + "}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{$.inputs.nothing}}",
                "{{$.outputs.parameters['gone'].output_file}}",
                "{{$.pipeline_google_cloud_project_id}}",
                "{{$.inputs.artifacts['data'].weight}}"
            })
    void refusesPlaceholdersThatNothingStandsFor(String text) {
        assertThatThrownBy(() -> Placeholders.resolveText(text, values))
                .isInstanceOf(PlaceholderException.class)
                .hasMessageContaining(text);
    }

    @Test
    void joinsConcatAndChoosesByPresence() throws PlaceholderException {
        List<String> command =
                List.of(
                        "run",
                        "{\"Concat\": [\"a=\", \"{{$.inputs.parameters['whole']}}\", {\"Concat\": [\"!\"]}]}",
                        "{\"IfPresent\": {\"InputName\": \"text\", \"Then\": [\"--text\", \"{{$.inputs.parameters['text']}}\"]}}",
                        "{\"IfPresent\": {\"InputName\": \"nothing\", \"Then\": \"x\", \"Else\": \"--none\"}}",
                        "{\"IfPresent\": {\"InputName\": \"left out\", \"Then\": [\"x\"]}}",
                        "{\"IfPresent\": {\"InputName\": \"data\", \"Then\": {\"Concat\": [\"d:\", \"{{$.inputs.artifacts['data'].path}}\"]}}}");

        assertThat(Placeholders.resolveCommand(command, values))
                .containsExactly("run", "a=6!", "--text", "say \"hi\"", "--none", "d:/in/data");
    }

    @Test
    void leavesOtherJsonAlone() throws PlaceholderException {
        List<String> command =
                List.of("{\"Concat\": 1, \"x\": 2}", "{\"a\": \"Concat\"}", "{\"Concat\": [");

        assertThat(Placeholders.resolveCommand(command, values)).isEqualTo(command);
        assertThat(Placeholders.looksLikeBrokenStruct("{\"Concat\": [")).isTrue();
        assertThat(Placeholders.looksLikeBrokenStruct("{\"a\": \"Concat\"}")).isFalse();
    }

    @Test
    void fillsConstantsToAnyDepth() throws PlaceholderException {
        Value constant =
                Value.of(
                        Map.of(
                                "k",
                                Value.of(
                                        List.of(
                                                Value.of("n={{$.inputs.parameters['whole']}}"),
                                                Value.of(1)))));

        assertThat(Placeholders.resolveConstant(constant, values))
                .isEqualTo(Value.of(Map.of("k", Value.of(List.of(Value.of("n=6"), Value.of(1))))));
    }

    @Test
    void namesTheInputsThatPresenceAsksFor() {
        String element =
                "{\"IfPresent\": {\"InputName\": \"a\", \"Then\": [{\"IfPresent\": {\"InputName\": \"b\", \"Then\": \"x\"}}]}}";

        assertThat(Placeholders.conditionalInputs(element)).containsExactly("a", "b");
    }
}
