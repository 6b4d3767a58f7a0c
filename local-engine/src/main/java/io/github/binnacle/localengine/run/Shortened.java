package io.github.binnacle.localengine.run;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.value.Value;

/** Shortens texts for sentences. */
final class Shortened {
    private static final int LONGEST = 120;

    private Shortened() {}

    static String text(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    static String value(Value value) {
        return text(JsonText.compact(value));
    }
}
