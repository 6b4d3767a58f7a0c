package io.github.binnacle.ui.draw;

import java.nio.ByteBuffer;

/** Finds the glyph of a character (OpenType {@code cmap}, formats 4 and 12). */
final class CharacterMap {
    private final ByteBuffer table;
    private int format4 = -1;
    private int format12 = -1;

    CharacterMap(ByteBuffer table) {
        this.table = table;
        for (int i = 0; i < unsigned(2); i++) {
            int start = table.getInt(8 + 8 * i);
            switch (unsigned(start)) {
                case 4 -> format4 = start;
                case 12 -> format12 = start;
                default -> {}
            }
        }
    }

    /** Returns 0 for a character without a glyph. */
    int glyph(int codePoint) {
        if (format12 >= 0) {
            return ofFormat12(codePoint);
        }
        return format4 >= 0 && codePoint <= 0xffff ? ofFormat4(codePoint) : 0;
    }

    private int ofFormat12(int codePoint) {
        int low = 0;
        int high = table.getInt(format12 + 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int group = format12 + 16 + 12 * middle;
            if (codePoint < table.getInt(group)) {
                high = middle - 1;
            } else if (codePoint > table.getInt(group + 4)) {
                low = middle + 1;
            } else {
                return table.getInt(group + 8) + codePoint - table.getInt(group);
            }
        }
        return 0;
    }

    private int ofFormat4(int codePoint) {
        int doubled = unsigned(format4 + 6);
        int ends = format4 + 14;
        int starts = ends + doubled + 2;
        for (int at = 0; at < doubled; at += 2) {
            if (codePoint <= unsigned(ends + at)) {
                int start = unsigned(starts + at);
                return codePoint < start ? 0 : ofSegment(codePoint, starts + at, doubled);
            }
        }
        return 0;
    }

    private int ofSegment(int codePoint, int startAt, int doubled) {
        int delta = unsigned(startAt + doubled);
        int offsetAt = startAt + 2 * doubled;
        int offset = unsigned(offsetAt);
        if (offset == 0) {
            return codePoint + delta & 0xffff;
        }
        int glyph = unsigned(offsetAt + offset + 2 * (codePoint - unsigned(startAt)));
        return glyph == 0 ? 0 : glyph + delta & 0xffff;
    }

    private int unsigned(int at) {
        return table.getShort(at) & 0xffff;
    }
}
