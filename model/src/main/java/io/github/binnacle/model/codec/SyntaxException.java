package io.github.binnacle.model.codec;

import io.github.binnacle.model.document.SourceRange;
import java.io.IOException;
import java.util.Map;

/** A text is no YAML or JSON that can be taken; carries the code and arguments of its problem. */
public final class SyntaxException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient SourceRange range;
    private final transient Map<String, Object> arguments;

    SyntaxException(String code, SourceRange range, Map<String, Object> arguments) {
        super(code + " " + arguments + " at line " + range.line() + ", column " + range.column());
        this.code = code;
        this.range = range;
        this.arguments = Map.copyOf(arguments);
    }

    public String code() {
        return code;
    }

    public SourceRange range() {
        return range;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }
}
