package io.github.binnacle.ui.code;

import io.github.binnacle.ui.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * A text prepared for showing: where its lines begin, and in what state each begins. Made off the
 * JavaFX thread for large texts.
 *
 * @param lineStarts offset of each line's first character
 * @param modes state at each line's start, as the language's highlighting understands it
 */
public record SourceText(String text, Language language, List<Integer> lineStarts, byte[] modes) {
    public static final SourceText EMPTY = of("", Language.PLAIN);

    /** Prepares a text: line ends of every kind become one, what would mislead is marked. */
    public static SourceText of(String raw, Language language) {
        String text = SafeText.marked(raw.replace("\r\n", "\n").replace('\r', '\n'));
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        byte[] modes = new byte[starts.size()];
        Highlighting highlighting = language.highlighting();
        byte mode = 0;
        for (int line = 0; line < modes.length; line++) {
            modes[line] = mode;
            mode = highlighting.after(lineOf(text, starts, line), mode);
        }
        return new SourceText(text, language, List.copyOf(starts), modes);
    }

    private static String lineOf(String text, List<Integer> starts, int line) {
        int start = starts.get(line);
        int end = line + 1 < starts.size() ? starts.get(line + 1) - 1 : text.length();
        return text.substring(start, end);
    }

    public int lineCount() {
        return modes.length;
    }

    /**
     * Returns one line without its end.
     *
     * @param line from 0
     */
    String line(int line) {
        return lineOf(text, lineStarts, line);
    }

    List<Highlighting.Span> spans(int line) {
        return language.highlighting().spans(line(line), modes[line]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText that
                && text.equals(that.text)
                && language == that.language;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return language + " of " + lineCount() + " lines";
    }
}
