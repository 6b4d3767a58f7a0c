package io.github.binnacle.model.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.Corpus;
import io.github.binnacle.model.pipeline.ArtifactTypeSchema;
import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.PipelineSpec;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelExpressionsTest {
    private static TaskValues with(String name, Value value) {
        return new TaskValues(Map.of(name, value), Map.of());
    }

    private static TaskValues inputs() {
        return new TaskValues(
                Map.of(
                        "s", Value.of("heads"),
                        "i", Value.of(1),
                        "d", Value.of(0.75),
                        "neg", Value.of(-0.5),
                        "t", Value.of("10"),
                        "b", Value.of(true),
                        "l", Value.of(List.of(Value.of("a"), Value.of(2))),
                        "o", Value.of(Map.of("k", Value.of(3))),
                        "j", Value.of("{\"a\": [1, 2.5]}")),
                Map.of(
                        "m",
                        List.of(
                                new RuntimeArtifact(
                                        1,
                                        "m",
                                        new ArtifactTypeSchema("system.Model", "", "", "0.0.1"),
                                        "/x",
                                        Value.of(Map.of("accuracy", Value.of(0.9))),
                                        "",
                                        -1))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    inputs.parameter_values['s'] == 'heads'                                   ; true
                    inputs.parameters['s'] == 'tails'                                         ; false
                    int(inputs.parameter_values['i']) == 1                                    ; true
                    inputs.parameter_values['i'] == 1                                         ; true
                    inputs.parameter_values['i'] != 2                                         ; true
                    inputs.parameter_values['d'] > 0.5                                        ; true
                    inputs.parameter_values['d'] < 1                                          ; true
                    inputs.parameter_values['neg'] > -1                                       ; true
                    inputs.parameter_values['neg'] >= -0.5                                    ; true
                    int(inputs.parameter_values['d']) > -1                                    ; true
                    int(inputs.parameter_values['t']) >= 10                                   ; true
                    double(inputs.parameter_values['t']) == 10.0                              ; true
                    inputs.parameter_values['b'] == true                                      ; true
                    !(inputs.parameter_values['s'] == 'heads') && inputs.parameter_values['i'] == 1 ; false
                    inputs.parameter_values['s'] == 'x' || inputs.parameter_values['b'] == true ; true
                    size(inputs.parameter_values['l']) == 2                                   ; true
                    'a' in inputs.parameter_values['l']                                       ; true
                    inputs.parameter_values['o']['k'] == 3                                    ; true
                    parseJson(inputs.parameter_values['j'])['a'][1] > 2                       ; true
                    inputs.artifacts['m'].artifacts[0].metadata['accuracy']*100.0 > 80.0      ; true
                    has(inputs.parameter_values.zz)                                           ; false
                    """)
    void evaluatesConditionsAsTheDriverDoes(String condition, boolean expected)
            throws CelException {
        assertThat(CelExpressions.test(condition, inputs())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a' ==", "inputs.parameter_values['x'", "((", "", "a b", "1 +"})
    void saysWhyAnExpressionCannotBeRead(String expression) {
        assertThat(CelExpressions.syntaxError(expression)).isPresent();
    }

    @Test
    void saysInOneLineWhereAnExpressionCannotBeRead() {
        var reason = CelExpressions.syntaxError("inputs.parameter_values['x'] == 'it's'");

        assertThat(reason)
                .contains(
                        "\"inputs.parameter_values['x'] == 'it's'\" is no CEL expression:"
                                + " extraneous input 's' expecting <EOF> (at character 37)");
    }

    @Test
    void survivesExpressionsThatAreTooDeepOrTooLong() {
        assertThat(CelExpressions.syntaxError("(".repeat(20_000) + "1" + ")".repeat(20_000)))
                .isPresent();
        for (String hard :
                List.of(
                        "!".repeat(5_000) + "true",
                        "!-".repeat(5_000) + "1",
                        "a" + ".b".repeat(20_000),
                        "1" + "+1".repeat(20_000),
                        "[".repeat(240) + "]".repeat(240))) {
            assertThatCode(() -> CelExpressions.syntaxError(hard)).doesNotThrowAnyException();
        }
        assertThat(CelExpressions.syntaxError("1" + "+1".repeat(100_000))).isPresent();
        assertThat(
                        CelExpressions.inputsNamedIn(
                                "inputs.parameters['" + "\\'x".repeat(50_000) + "']"))
                .hasSize(1);
    }

    @Test
    void refusesConditionsThatAreNoConditions() {
        assertThatThrownBy(() -> CelExpressions.test("1 + 1", TaskValues.EMPTY))
                .isInstanceOf(CelException.class)
                .hasMessageContaining("not true or false");
        assertThatThrownBy(() ->
                        CelExpressions.test(
                                "inputs.parameter_values['gone'] == 1", TaskValues.EMPTY))
                .isInstanceOf(CelException.class);
    }

    @Test
    void selectsFromJsonTexts() throws CelException {
        Value text = Value.of("{\"a\": [1, {\"b\": \"c\"}], \"n\": null}");

        assertThat(CelExpressions.select("parseJson(string_value)[\"a\"][1]", text))
                .isEqualTo(Value.of(Map.of("b", Value.of("c"))));
        assertThat(CelExpressions.select("parseJson(string_value)[\"a\"][0]", text))
                .isEqualTo(Value.of(1));
        assertThat(CelExpressions.select("parseJson(string_value)[\"n\"]", text))
                .isEqualTo(Value.NULL);
    }

    @Test
    void selectsFromEveryKindOfValue() throws CelException {
        assertThat(CelExpressions.select("number_value * 2.0", Value.of(4))).isEqualTo(Value.of(8));
        assertThat(CelExpressions.select("!bool_value", Value.of(true))).isEqualTo(Value.of(false));
        assertThat(CelExpressions.select("list_value[0]", Value.of(List.of(Value.of("x")))))
                .isEqualTo(Value.of("x"));
        assertThat(CelExpressions.select("struct_value.a", Value.of(Map.of("a", Value.of(1)))))
                .isEqualTo(Value.of(1));
        assertThat(
                        CelExpressions.select(
                                "parseJson(string_value)[\"a\"]",
                                Value.of(Map.of("a", Value.of(List.of(Value.of(1)))))))
                .isEqualTo(Value.of(List.of(Value.of(1))));
    }

    @Test
    void saysWhyASelectorFails() {
        assertThatThrownBy(
                        () -> CelExpressions.select("parseJson(string_value)", Value.of("{oops")))
                .isInstanceOf(CelException.class);
        assertThatThrownBy(() -> CelExpressions.select("number_value / 0", Value.of("x")))
                .isInstanceOf(CelException.class);
        assertThatThrownBy(() -> CelExpressions.select("number_value / 0.0", Value.of(1)))
                .isInstanceOf(CelException.class);
    }

    @Test
    void namesTheInputsOfACondition() {
        String condition =
                "inputs.parameter_values['a-b'] == 1 && inputs.parameters['c'] == inputs.parameter_values['a-b']";

        assertThat(CelExpressions.inputsNamedIn(condition)).containsExactly("a-b", "c");
        assertThat(CelExpressions.valuesIn(condition, with("c", Value.of(2))))
                .containsExactly(Map.entry("a-b", Value.NULL), Map.entry("c", Value.of(2)));
    }

    @Test
    @Tag("corpus")
    void readsEveryConditionAndSelectorOfRealPipelines() {
        for (Path file : Corpus.files()) {
            expressions(Corpus.document(file).spec())
                    .forEach(expression ->
                            assertThat(CelExpressions.syntaxError(expression))
                                    .as(file + " " + expression)
                                    .isEmpty());
        }
    }

    private static Stream<String> expressions(PipelineSpec spec) {
        return Stream.concat(Stream.of(spec.root()), spec.components().values().stream())
                .map(ComponentSpec::dag)
                .flatMap(dag -> dag.stream())
                .flatMap(dag -> dag.tasks().values().stream())
                .flatMap(task ->
                        Stream.concat(
                                Stream.of(task.triggerPolicy().condition()),
                                task.inputs().parameters().values().stream()
                                        .map(input -> input.parameterExpressionSelector())))
                .filter(expression -> !expression.isEmpty());
    }
}
