package io.github.binnacle.model.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    @Test
    void writesAsTheSdkDoes() {
        Map<String, Value> inner = new LinkedHashMap<>();
        inner.put("enableCache", Value.of(true));
        inner.put("list", Value.of(List.of(Value.of("a"), Value.of(Map.of("b", Value.of(1))))));
        inner.put("none", Value.of(List.of()));
        Value value = Value.of(Map.of("root", Value.of(inner)));

        assertThat(YamlWriter.document(value, YamlLayout.KFP))
                .isEqualTo(
                        """
                        root:
                          enableCache: true
                          list:
                          - a
                          - b: 1
                          none: []
                        """);
    }

    @Test
    void indentsListsWhereTheTextDoes() {
        Value value = Value.of(Map.of("a", Value.of(List.of(Value.of("b")))));

        assertThat(YamlWriter.document(value, new YamlLayout(4, true, "\r\n")))
                .isEqualTo("a:\r\n    - b\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "a b",
                "yes",
                "null",
                "1",
                "1e5",
                ".5",
                "2.1.0",
                "0x1",
                "a: b",
                "a #b",
                "#a",
                "- a",
                "'",
                "\"",
                "{{$}}",
                "[a",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a",
                "a:",
                ":a",
                "a\nb",
                "a\nb\n",
                "a\n\n",
                "\n a\nb",
                "\n",
                " \n ",
                "\ta\nb",
                "a\tb",
                "a\r\nb",
                "\u0000",
                "\u0085",
                "\u2028\n",
                "\uFEFF",
                "😀",
                "\uD800",
                "---",
                "...\n---\n",
                "?",
                "=",
                "<<",
                "x \ny ",
                "a\\nb",
                "12:30:45",
                "2001-01-01",
                "y",
                "N",
                "~",
                "1_000",
                "python:3.11"
            })
    void readsBackEveryTextAsItWas(String text) throws SyntaxException {
        Value value = Value.of(Map.of("k", Value.of(List.of(Value.of(text), Value.of(text)))));

        Value block =
                YamlReader.read(YamlWriter.document(value, YamlLayout.KFP)).getFirst().value();
        Value flow = YamlReader.read(YamlWriter.flow(value)).getFirst().value();

        assertThat(block).isEqualTo(value);
        assertThat(flow).isEqualTo(value);
    }
}
