package io.github.binnacle.ui.graph;

import io.github.binnacle.ui.theme.Token;

/**
 * How a kind of group looks.
 *
 * @param icon an Ikonli name
 */
public record GroupLook(
        String icon, Token colour, Token fill, Token head, Token chipText, Token chipFill) {
    private static final GroupLook LOOP =
            new GroupLook(
                    "mdoal-loop",
                    Token.LOOP,
                    Token.LOOP_FILL,
                    Token.LOOP_HEAD,
                    Token.CACHED,
                    Token.CACHED_SUBTLE);
    private static final GroupLook CONDITION =
            new GroupLook(
                    "mdoal-call_split",
                    Token.IF,
                    Token.IF_FILL,
                    Token.IF_HEAD,
                    Token.WARNING,
                    Token.WARNING_SUBTLE);
    private static final GroupLook EXIT =
            new GroupLook(
                    "mdoal-exit_to_app",
                    Token.EXIT,
                    Token.EXIT_FILL,
                    Token.EXIT_HEAD,
                    Token.TEXT,
                    Token.NEUTRAL_MUTED);
    private static final GroupLook SUB =
            new GroupLook(
                    "mdoal-layers",
                    Token.SUB,
                    Token.SUB_FILL,
                    Token.SUB_HEAD,
                    Token.ACCENT,
                    Token.ACCENT_SUBTLE);

    public static GroupLook of(GraphModel.GroupKind kind) {
        return switch (kind) {
            case LOOP -> LOOP;
            case CONDITION -> CONDITION;
            case EXIT -> EXIT;
            case SUB -> SUB;
        };
    }
}
