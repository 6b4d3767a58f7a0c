package io.github.binnacle.editors.parts;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a condition in CEL, as the KFP SDK writes it, into words. */
final class ConditionText {
    private static final Pattern INPUT =
            Pattern.compile("inputs\\.parameter_values\\[(['\"])(.*?)\\1\\]");
    private static final Pattern CAST =
            Pattern.compile("\\b(?:int|double|string|bool)\\(([^()]*)\\)");
    private static final Pattern NEGATION = Pattern.compile("!\\(((?:[^()]|\\([^()]*\\))*)\\)");

    private ConditionText() {}

    /**
     * Writes {@code auc ≥ 0.85 and kind = 'tree'}.
     *
     * @param names gives people's name of an input of the condition
     */
    static String of(String cel, UnaryOperator<String> names) {
        String text = INPUT.matcher(cel).replaceAll(found -> name(found.group(2), names));
        text = CAST.matcher(text).replaceAll("$1");
        text = text.replace(" && ", " and ").replace(" || ", " or ");
        text = text.replace(">=", "≥").replace("<=", "≤").replace("!=", "≠").replace("==", "=");
        return NEGATION.matcher(text).replaceAll("not ($1)").replace('\'', '"').strip();
    }

    /** Says whether every part of the condition is a negation: what an "else" is compiled to. */
    static boolean isElse(String cel) {
        return NEGATION.matcher(cel).replaceAll("").replace("&&", "").isBlank() && !cel.isBlank();
    }

    /** Takes away the negations that an "else if" begins with. */
    static String withoutLeadingNegations(String cel) {
        String rest = cel.strip();
        Matcher leading = Pattern.compile("^" + NEGATION.pattern() + "\\s*&&\\s*").matcher(rest);
        while (leading.find()) {
            rest = rest.substring(leading.end());
            leading.reset(rest);
        }
        return rest;
    }

    private static String name(String input, UnaryOperator<String> names) {
        return Matcher.quoteReplacement(names.apply(input));
    }
}
