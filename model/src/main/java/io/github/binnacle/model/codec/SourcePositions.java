package io.github.binnacle.model.codec;

import io.github.binnacle.model.document.SourceRange;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns snakeyaml's code point indexes into places of the text that was given. */
final class SourcePositions {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final int skipped;
    private final boolean hasSurrogates;
    private int knownIndex;
    private int knownOffset;

    SourcePositions(String text) {
        this.text = text;
        skipped = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        hasSurrogates = hasSurrogates(text);
        knownOffset = skipped;
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the text without its byte order mark. */
    String withoutMark() {
        return text.substring(skipped);
    }

    SourceRange between(Optional<Mark> start, Optional<Mark> end) {
        Mark from = start.orElseThrow();
        int startOffset = offset(from.getIndex());
        int endOffset = end.map(mark -> offset(mark.getIndex())).orElse(startOffset);
        return new SourceRange(from.getLine() + 1, from.getColumn() + 1, startOffset, endOffset);
    }

    /** Returns the place of one code point, found by counting. */
    SourceRange at(int index) {
        int end = Math.min(offset(index), text.length());
        int line = 1;
        int lineStart = skipped;
        for (int i = skipped; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new SourceRange(line, text.codePointCount(lineStart, end) + 1, end, end);
    }

    private int offset(int index) {
        if (!hasSurrogates) {
            return index + skipped;
        }
        while (knownIndex < index && knownOffset < text.length()) {
            knownOffset += Character.charCount(text.codePointAt(knownOffset));
            knownIndex++;
        }
        while (knownIndex > index && knownOffset > skipped) {
            knownOffset -= Character.charCount(text.codePointBefore(knownOffset));
            knownIndex--;
        }
        return knownOffset;
    }
}
