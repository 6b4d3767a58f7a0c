package io.github.binnacle.model.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.AliasNode;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void readsEveryKindOfValue() throws SyntaxException {
        Value value = JsonReader.parse("{\"a\": [1, 2.50, -3e2, true, null, \"x\\n\\u00e9\"]}");

        assertThat(value)
                .isEqualTo(
                        Value.of(
                                Map.of(
                                        "a",
                                        Value.of(
                                                List.of(
                                                        Value.of(1),
                                                        Value.of(2.5),
                                                        Value.of(-300),
                                                        Value.of(true),
                                                        Value.NULL,
                                                        Value.of("x\né"))))));
    }

    @Test
    void keepsIntegersAndLongDecimalsExact() throws SyntaxException {
        Value value =
                JsonReader.parse("[4.0, 9007199254740993, 0.1000000000000000055511151231257827]");

        assertThat(JsonText.compact(value))
                .isEqualTo("[4,9007199254740993,0.1000000000000000055511151231257827]");
    }

    @Test
    void placesEveryNodeWhereItStands() throws SyntaxException {
        String text =
                "{\"a\\\"b\" : [ 1 , -2.5e3,true ,null, \"😀 x\", {} , [ ] ],\n  \"c\":{\"d\" :12}}";

        checkPlaces(JsonReader.read(text), text);
    }

    private static void checkPlaces(DocumentNode node, String text) throws SyntaxException {
        String written = text.substring(node.range().start(), node.range().end());
        assertThat(JsonReader.parse(written)).as(written).isEqualTo(node.value());
        switch (node) {
            case MappingNode mapping -> {
                for (DocumentNode.Entry entry : mapping.entries()) {
                    checkPlaces(entry.key(), text);
                    checkPlaces(entry.value(), text);
                }
            }
            case SequenceNode sequence -> {
                for (DocumentNode item : sequence.items()) {
                    checkPlaces(item, text);
                }
            }
            case ScalarNode _, AliasNode _ -> {}
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"a": 1, "a": 2} | document.duplicate-key
                    {"a": 1} x       | document.syntax
                    {} {}            | document.text-after-json
                    {"a":            | document.syntax
                    [1e500]          | document.number-range
                    [1e2147483647]   | document.number-range
                    [-1e-999999999]  | document.number-range
                    [1e99999999999999] | document.number-range
                    NaN              | document.syntax
                    [1,]             | document.syntax
                    {'a': 1}         | document.syntax
                    """)
    void refusesWhatIsNoJson(String text, String code) {
        SyntaxException refusal =
                catchThrowableOfType(SyntaxException.class, () -> JsonReader.read(text));

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isIn(code, "document.ends-early", "document.syntax");
        assertThat(refusal.range().line()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 5_000, 1_000_000})
    void refusesDepthWithoutOverflow(int depth) {
        String text = "[".repeat(depth);

        SyntaxException refusal =
                catchThrowableOfType(SyntaxException.class, () -> JsonReader.read(text));

        assertThat(refusal).isNotNull();
    }

    @Test
    void readsAnEmptyTextAsAProblemOfItsStart() {
        SyntaxException refusal =
                catchThrowableOfType(SyntaxException.class, () -> JsonReader.read(""));

        assertThat(refusal.code()).isEqualTo("document.ends-early");
    }

    @Test
    void keepsTheParsersSettingsToItself() {
        for (String text : List.of("[NaN]", "[".repeat(1000))) {
            assertThatThrownBy(() -> JsonReader.parse(text))
                    .isInstanceOf(SyntaxException.class)
                    .hasMessageNotContaining("`");
        }
    }
}
