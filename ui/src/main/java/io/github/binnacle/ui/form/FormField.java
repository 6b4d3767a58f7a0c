package io.github.binnacle.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Describes one field of a form. Values are texts; the check says what is wrong with one.
 *
 * @param name identifies the field within its form
 * @param label shown above it
 * @param typeName short word for the type, such as {@code int}
 * @param help a sentence about it; empty if there is none
 * @param look how it is edited
 * @param defaultText what it starts with and returns to; empty if there is no default
 * @param hasDefault whether there is a default, which may be the empty text
 * @param isRequired must be filled in
 * @param choices the only texts allowed, if there are any
 * @param check sentence about what is wrong with a text; empty if nothing is
 */
public record FormField(
        String name,
        String label,
        String typeName,
        String help,
        Look look,
        String defaultText,
        boolean hasDefault,
        boolean isRequired,
        List<String> choices,
        Function<String, Optional<String>> check) {
    public FormField {
        choices = List.copyOf(choices);
    }

    /** How a field is edited. */
    public enum Look {
        /** Free text in one line, where the empty text is a value too. */
        TEXT,
        /** Free text of several lines. */
        PARAGRAPH,
        /** Something with a form of its own, in one line. */
        LINE,
        CODE,
        SWITCH,
        CHOICE;

        boolean isText() {
            return this == TEXT || this == PARAGRAPH;
        }
    }
}
