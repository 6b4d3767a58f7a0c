package io.github.binnacle.ui.code;

import java.util.List;

final class PlainHighlighting implements Highlighting {
    @Override
    public byte after(String line, byte mode) {
        return 0;
    }

    @Override
    public List<Span> spans(String line, byte mode) {
        return List.of();
    }
}
