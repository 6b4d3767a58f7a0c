package io.github.binnacle.model.problem;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Makes sentences of problem codes; window, command line and engine print the same. */
public final class ProblemText {
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("io.github.binnacle.model.problem.Problems", Locale.ROOT);

    private ProblemText() {}

    /**
     * Formats the sentence of a code.
     *
     * @throws MissingResourceException if the bundle has no such code
     */
    public static String of(String code, Map<String, Object> arguments) {
        return new MessageFormat(SENTENCES.getString(code), Locale.ENGLISH).format(arguments);
    }
}
