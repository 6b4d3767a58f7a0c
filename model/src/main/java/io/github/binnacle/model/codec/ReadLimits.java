package io.github.binnacle.model.codec;

import io.github.binnacle.model.document.SourceRange;
import java.math.BigDecimal;
import java.util.Map;

/** What a document may cost; beyond it is refused before it is built. */
final class ReadLimits {
    static final int CHARACTERS = 50_000_000;
    static final int DEPTH = 100;
    static final int NODES = 2_000_000;
    static final int EXPONENT = 400;

    private ReadLimits() {}

    /** Says whether a number can be printed and computed with at a sane cost. */
    static boolean isSane(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) < EXPONENT;
    }

    static void checkNumber(BigDecimal number, SourceRange range) throws SyntaxException {
        if (!isSane(number)) {
            throw new SyntaxException(
                    "document.number-range", range, Map.of("number", number.toString()));
        }
    }

    static void checkLength(String text) throws SyntaxException {
        if (text.length() > CHARACTERS) {
            throw new SyntaxException(
                    "document.too-large",
                    new SourceRange(1, 1, 0, 0),
                    Map.of("size", text.length(), "limit", CHARACTERS));
        }
    }

    static void checkDepth(int depth, SourceRange range) throws SyntaxException {
        if (depth > DEPTH) {
            throw new SyntaxException("document.too-deep", range, Map.of("limit", DEPTH));
        }
    }

    static void checkNodes(long nodes, SourceRange range) throws SyntaxException {
        if (nodes > NODES) {
            throw new SyntaxException("document.too-many-nodes", range, Map.of("limit", NODES));
        }
    }
}
