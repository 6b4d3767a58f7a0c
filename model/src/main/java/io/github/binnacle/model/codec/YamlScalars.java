package io.github.binnacle.model.codec;

import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Says what a YAML scalar means: the core schema of YAML 1.2, with long numbers kept exact. */
final class YamlScalars {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final int LONGEST_NUMBER = 1000;

    private YamlScalars() {}

    /**
     * Resolves a scalar.
     *
     * @param isPlain neither quoted nor a block scalar
     * @param tag explicit tag; empty if there is none
     */
    static Value value(String text, boolean isPlain, String tag) {
        if (tag.endsWith(":str") || (!isPlain && tag.isEmpty()) || tag.equals("!")) {
            return Value.of(text);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Value.NULL;
            case "true", "True", "TRUE" -> Value.of(true);
            case "false", "False", "FALSE" -> Value.of(false);
            default -> mayBeNumber(text) ? number(text) : Value.of(text);
        };
    }

    private static boolean mayBeNumber(String text) {
        char first = text.charAt(0);
        return text.length() <= LONGEST_NUMBER
                && ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.');
    }

    private static Value number(String text) {
        if (INTEGER.matcher(text).matches()) {
            return new Value.Num(
                    new BigDecimal(
                            new BigInteger(text.startsWith("+") ? text.substring(1) : text)));
        }
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return inBase(text, text.charAt(1) == 'x' ? 16 : 8);
        }
        return DECIMAL.matcher(text).matches() ? decimal(text) : Value.of(text);
    }

    private static Value inBase(String text, int base) {
        try {
            return new Value.Num(new BigDecimal(new BigInteger(text.substring(2), base)));
        } catch (NumberFormatException e) {
            return Value.of(text);
        }
    }

    private static Value decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return ReadLimits.isSane(number) ? new Value.Num(number) : Value.of(text);
        } catch (NumberFormatException e) {
            return Value.of(text);
        }
    }
}
