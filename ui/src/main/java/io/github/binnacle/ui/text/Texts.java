package io.github.binnacle.ui.text;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Looks up the texts of one feature (ICU MessageFormat, named arguments). */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Opens the bundle {@code Texts} that stands beside a class. */
    public static Texts of(Class<?> feature) {
        String name = feature.getPackageName() + ".Texts";
        return new Texts(ResourceBundle.getBundle(name, Locale.ROOT, feature.getClassLoader()));
    }

    /**
     * Formats a text.
     *
     * @param arguments names and values in turn
     * @throws MissingResourceException if the bundle has no such key
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return new MessageFormat(pattern, Locale.ENGLISH).format(named(arguments));
    }

    private static Map<String, Object> named(Object... arguments) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        return named;
    }
}
