package io.github.binnacle.ui.theme;

/** Whether things are drawn dark on light or light on dark. */
public enum Appearance {
    LIGHT,
    DARK
}
