package io.github.binnacle.ui.code;

import java.util.List;

/**
 * Tells the parts of a line apart, given the state in which the line begins; 0 is the usual one.
 */
interface Highlighting {
    /** Returns the state in which the next line begins. */
    byte after(String line, byte mode);

    /** Returns the parts that have a look of their own, in order, without overlap. */
    List<Span> spans(String line, byte mode);

    /**
     * @param start first character in the line
     * @param end character after the last
     * @param style style class
     */
    record Span(int start, int end, String style) {}
}
