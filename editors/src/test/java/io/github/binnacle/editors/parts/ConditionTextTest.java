package io.github.binnacle.editors.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionTextTest {
    private static String words(String cel) {
        return ConditionText.of(cel, input -> input.replace("pipelinechannel--", ""));
    }

    @Test
    void putsComparisonsIntoWords() {
        assertThat(words("double(inputs.parameter_values['pipelinechannel--auc']) >= 0.85"))
                .isEqualTo("auc ≥ 0.85");
        assertThat(words("inputs.parameter_values['pipelinechannel--coin'] == 'heads'"))
                .isEqualTo("coin = \"heads\"");
        assertThat(
                        words(
                                "int(inputs.parameter_values['pipelinechannel--n']) != 3 && inputs.parameter_values['pipelinechannel--on'] == true"))
                .isEqualTo("n ≠ 3 and on = true");
    }

    @Test
    void knowsAnElseByItsNegations() {
        assertThat(ConditionText.isElse("!(a == 'x') && !(b == 'y')")).isTrue();
        assertThat(ConditionText.isElse("!(a == 'x') && b == 'y'")).isFalse();
        assertThat(ConditionText.isElse("")).isFalse();
    }

    @Test
    void takesTheNegationsOffAnElseIf() {
        assertThat(ConditionText.withoutLeadingNegations("!(a == 'x') && b == 'y'"))
                .isEqualTo("b == 'y'");
    }
}
