package io.github.binnacle.ui.theme;

/** A colour by what it is for; each has the same name in stylesheets. */
public enum Token {
    BACKGROUND("-color-bg-default"),
    CHROME("-color-bg-subtle"),
    TEXT("-color-fg-default"),
    TEXT_MUTED("-color-fg-muted"),
    SUBTLE("-color-fg-subtle"),
    ON_EMPHASIS("-color-fg-emphasis"),
    BORDER("-color-border-default"),
    BORDER_MUTED("-color-border-muted"),
    ACCENT("-color-accent-fg"),
    ACCENT_EMPHASIS("-color-accent-emphasis"),
    ACCENT_MUTED("-color-accent-muted"),
    ACCENT_SUBTLE("-color-accent-subtle"),
    SUCCESS("-color-success-fg"),
    SUCCESS_EMPHASIS("-color-success-emphasis"),
    SUCCESS_SUBTLE("-color-success-subtle"),
    WARNING("-color-warning-fg"),
    WARNING_EMPHASIS("-color-warning-emphasis"),
    WARNING_SUBTLE("-color-warning-subtle"),
    DANGER("-color-danger-fg"),
    DANGER_EMPHASIS("-color-danger-emphasis"),
    DANGER_SUBTLE("-color-danger-subtle"),
    NEUTRAL_MUTED("-bn-track"),
    CANVAS("-bn-canvas"),
    GRID("-bn-grid"),
    NODE("-bn-node"),
    SHADOW("-bn-shadow"),
    TYPE_DATASET("-bn-type-dataset"),
    TYPE_MODEL("-bn-type-model"),
    TYPE_METRICS("-bn-type-metrics"),
    TYPE_DOCUMENT("-bn-type-doc"),
    TYPE_ARTIFACT("-bn-type-artifact"),
    TYPE_TEXT("-bn-type-text"),
    TYPE_NUMBER("-bn-type-number"),
    TYPE_BOOLEAN("-bn-type-bool"),
    TYPE_LIST("-bn-type-list"),
    CACHED("-bn-cached"),
    CACHED_SUBTLE("-bn-cached-subtle"),
    LOOP("-bn-group-loop"),
    LOOP_FILL("-bn-group-loop-fill"),
    LOOP_HEAD("-bn-group-loop-head"),
    IF("-bn-group-if"),
    IF_FILL("-bn-group-if-fill"),
    IF_HEAD("-bn-group-if-head"),
    EXIT("-bn-group-exit"),
    EXIT_FILL("-bn-group-exit-fill"),
    EXIT_HEAD("-bn-group-exit-head"),
    SUB("-bn-group-sub"),
    SUB_FILL("-bn-group-sub-fill"),
    SUB_HEAD("-bn-group-sub-head"),
    SERIES_1("-bn-series-1"),
    SERIES_2("-bn-series-2"),
    SERIES_3("-bn-series-3"),
    SERIES_4("-bn-series-4"),
    SERIES_5("-bn-series-5"),
    CODE_KEY("-bn-code-key"),
    CODE_STRING("-bn-code-string"),
    CODE_KEYWORD("-bn-code-keyword");

    private final String property;

    Token(String property) {
        this.property = property;
    }

    /** The name in stylesheets. */
    public String property() {
        return property;
    }
}
