package io.github.binnacle.ui.draw;

import java.nio.ByteBuffer;

/** Reads the shapes of glyphs (TrueType {@code glyf}, simple and composite). */
final class GlyphOutlines {
    private static final int ON_CURVE = 1;
    private static final int DEEPEST = 8;

    private final ByteBuffer glyf;
    private final ByteBuffer loca;
    private final boolean isLong;

    GlyphOutlines(ByteBuffer glyf, ByteBuffer loca, boolean isLong) {
        this.glyf = glyf;
        this.loca = loca;
        this.isLong = isLong;
    }

    void describe(int glyph, Outline.Builder builder, TrueTypeFont.Place place) {
        describe(glyph, builder, place, 0);
    }

    private void describe(int glyph, Outline.Builder builder, TrueTypeFont.Place place, int depth) {
        int start = offset(glyph);
        if (start == offset(glyph + 1) || depth > DEEPEST) {
            return;
        }
        int contours = glyf.getShort(start);
        if (contours >= 0) {
            describeContours(readPoints(start, contours), builder, place);
        } else {
            describeParts(start + 10, builder, place, depth);
        }
    }

    private int offset(int glyph) {
        return isLong ? loca.getInt(4 * glyph) : 2 * (loca.getShort(2 * glyph) & 0xffff);
    }

    /** Composite glyphs of the bundled fonts are placed by offset, unscaled or scaled evenly. */
    private void describeParts(
            int start, Outline.Builder builder, TrueTypeFont.Place place, int depth) {
        int at = start;
        int flags;
        do {
            flags = glyf.getShort(at);
            int glyph = glyf.getShort(at + 2) & 0xffff;
            boolean areWords = (flags & 1) != 0;
            double dx = areWords ? glyf.getShort(at + 4) : glyf.get(at + 4);
            double dy = areWords ? glyf.getShort(at + 6) : glyf.get(at + 5);
            at += areWords ? 8 : 6;
            double scale = 1;
            if ((flags & 8) != 0) {
                scale = glyf.getShort(at) / 16384.0;
            }
            at += (flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
            TrueTypeFont.Place inner =
                    new TrueTypeFont.Place(place.px(dx), place.py(dy), place.scale() * scale);
            describe(glyph, builder, inner, depth + 1);
        } while ((flags & 0x20) != 0);
    }

    /**
     * Points of a simple glyph.
     *
     * @param ends last point of each contour
     */
    private record Points(int[] ends, byte[] flags, int[] xs, int[] ys) {
        boolean isOn(int i) {
            return (flags[i] & ON_CURVE) != 0;
        }
    }

    private Points readPoints(int start, int contours) {
        int at = start + 10;
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = glyf.getShort(at + 2 * i) & 0xffff;
        }
        at += 2 * contours;
        at += 2 + (glyf.getShort(at) & 0xffff);
        byte[] flags = new byte[contours == 0 ? 0 : ends[contours - 1] + 1];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = glyf.get(at++);
            if ((flags[i] & 8) != 0) {
                for (int repeats = glyf.get(at++) & 0xff; repeats > 0; repeats--, i++) {
                    flags[i + 1] = flags[i];
                }
            }
        }
        int[] xs = new int[flags.length];
        int[] ys = new int[flags.length];
        at = readCoordinates(at, flags, xs, 2, 16);
        readCoordinates(at, flags, ys, 4, 32);
        return new Points(ends, flags, xs, ys);
    }

    private int readCoordinates(int start, byte[] flags, int[] values, int shortBit, int sameBit) {
        int at = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean isSame = (flags[i] & sameBit) != 0;
            if ((flags[i] & shortBit) != 0) {
                int change = glyf.get(at++) & 0xff;
                value += isSame ? change : -change;
            } else if (!isSame) {
                value += glyf.getShort(at);
                at += 2;
            }
            values[i] = value;
        }
        return at;
    }

    private static void describeContours(
            Points points, Outline.Builder builder, TrueTypeFont.Place place) {
        int first = 0;
        for (int end : points.ends()) {
            if (end > first) {
                describeContour(points, first, end, builder, place);
            }
            first = end + 1;
        }
    }

    /** Between two points off the curve lies one on it, half-way. */
    private static void describeContour(
            Points p, int first, int last, Outline.Builder builder, TrueTypeFont.Place place) {
        int count = last - first + 1;
        int start = 0;
        while (start < count && !p.isOn(first + start)) {
            start++;
        }
        if (start == count) {
            return;
        }
        builder.move(place.px(p.xs()[first + start]), place.py(p.ys()[first + start]));
        for (int i = 1; i <= count; i++) {
            int at = first + (start + i) % count;
            if (p.isOn(at)) {
                builder.line(place.px(p.xs()[at]), place.py(p.ys()[at]));
                continue;
            }
            int next = first + (start + i + 1) % count;
            boolean isNextOn = p.isOn(next);
            double x = isNextOn ? p.xs()[next] : (p.xs()[at] + p.xs()[next]) / 2.0;
            double y = isNextOn ? p.ys()[next] : (p.ys()[at] + p.ys()[next]) / 2.0;
            builder.quad(place.px(p.xs()[at]), place.py(p.ys()[at]), place.px(x), place.py(y));
            if (isNextOn) {
                i++;
            }
        }
        builder.close();
    }
}
