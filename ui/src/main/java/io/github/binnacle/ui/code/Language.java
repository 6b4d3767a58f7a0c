package io.github.binnacle.ui.code;

/** Languages that are highlighted; JSON is read as the YAML that it is. */
public enum Language {
    PLAIN(new PlainHighlighting()),
    YAML(new YamlHighlighting()),
    PYTHON(new PythonHighlighting());

    private final Highlighting highlighting;

    Language(Highlighting highlighting) {
        this.highlighting = highlighting;
    }

    Highlighting highlighting() {
        return highlighting;
    }

    /** Chooses by the end of a file's name. */
    public static Language ofFile(String name) {
        if (name.endsWith(".py")) {
            return PYTHON;
        }
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")
                ? YAML
                : PLAIN;
    }
}
