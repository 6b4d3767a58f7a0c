package io.github.binnacle.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTest {
    @Test
    void comparesNumbersByValue() {
        assertThat(Value.of(4)).isEqualTo(Value.of(4.0)).hasSameHashCodeAs(Value.of(4.0));
        assertThat(Value.of(100)).isEqualTo(Value.of(1e2));
        assertThat(Value.of(0)).isEqualTo(Value.of(-0.0));
        assertThat(Value.of(0.1)).isNotEqualTo(Value.of(0.2));
    }

    @Test
    void knowsIntegralNumbers() {
        assertThat(new Value.Num(new java.math.BigDecimal("3.000")).isIntegral()).isTrue();
        assertThat(new Value.Num(new java.math.BigDecimal("3.5")).isIntegral()).isFalse();
    }

    @Test
    void hasNoWordForWhatIsNoNumber() {
        assertThatThrownBy(() -> Value.of(Double.NaN)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Value.of(Double.POSITIVE_INFINITY))
                .isInstanceOf(NumberFormatException.class);
    }

    @Test
    void comparesStructsWithoutOrderAndKeepsIt() {
        Map<String, Value> one = new LinkedHashMap<>();
        one.put("b", Value.of(1));
        one.put("a", Value.of(2));

        assertThat(Value.of(one)).isEqualTo(Value.of(Map.of("a", Value.of(2), "b", Value.of(1))));
        assertThat(Value.of(one).fields().keySet()).containsExactly("b", "a");
        assertThat(Value.of(one).with("b", Value.NULL).fields().keySet()).containsExactly("b", "a");
    }

    @Test
    void doesNotChangeWithWhatItWasMadeOf() {
        Map<String, Value> fields = new LinkedHashMap<>(Map.of("a", Value.of(1)));
        Value.Struct struct = Value.of(fields);

        fields.put("b", Value.of(2));

        assertThat(struct.fields()).containsOnlyKeys("a");
        assertThatThrownBy(() -> struct.fields().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(((Value.Items) Value.of(List.of(Value.NULL))).values())
                .containsExactly(Value.NULL);
    }
}
