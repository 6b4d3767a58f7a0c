package io.github.binnacle.model.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void printsIntegralNumbersWithoutAPoint() {
        assertThat(JsonText.compact(Value.of(6.0))).isEqualTo("6");
        assertThat(JsonText.compact(Value.of(1e21))).isEqualTo("1000000000000000000000");
        assertThat(JsonText.compact(Value.of(0.5))).isEqualTo("0.5");
        assertThat(JsonText.compact(Value.of(-0.0))).isEqualTo("0");
    }

    @Test
    void doesNotSpellOutAstronomicNumbers() {
        assertThat(JsonText.compact(new Value.Num(new BigDecimal("1e9000")))).isEqualTo("1E+9000");
    }

    @Test
    void keepsTheOrderOfFields() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("b", Value.of(1));
        fields.put("a", Value.of(List.of(Value.NULL, Value.of(true))));

        assertThat(JsonText.compact(Value.of(fields))).isEqualTo("{\"b\":1,\"a\":[null,true]}");
        assertThat(JsonText.pretty(Value.of(fields)))
                .isEqualTo("{\n  \"b\": 1,\n  \"a\": [\n    null,\n    true\n  ]\n}");
    }

    @Test
    void printsEmptyCollectionsOnOneLine() {
        assertThat(JsonText.pretty(Value.of(Map.of("a", Value.of(List.of())))))
                .isEqualTo("{\n  \"a\": []\n}");
        assertThat(JsonText.pretty(Value.Struct.EMPTY)).isEqualTo("{}");
    }

    @Test
    void escapesWhatJsonMustAndLoneSurrogates() {
        assertThat(JsonText.compact(Value.of("\"\\\n\t\r\u0001\u007f😀\uD800é")))
                .isEqualTo("\"\\\"\\\\\\n\\t\\r\\u0001\\u007f😀\\ud800é\"");
    }
}
