package io.github.binnacle.ui.draw;

import io.github.binnacle.ui.theme.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads widths and outlines of characters from a TrueType file; needs no toolkit.
 *
 * <p>All lengths are parts of the font size. Kerning and ligatures are left out, as JavaFX's canvas
 * leaves them out.
 */
public final class TrueTypeFont {
    private static final Map<Typeface, TrueTypeFont> BUNDLED = new ConcurrentHashMap<>();
    private static final double WIDE = 1;

    private final Map<String, ByteBuffer> tables = new HashMap<>();
    private final Map<Integer, Double> advances = new ConcurrentHashMap<>();
    private final CharacterMap characters;
    private final GlyphOutlines outlines;
    private final int unitsPerEm;
    private final int measuredGlyphs;

    private TrueTypeFont(ByteBuffer file) {
        for (int i = 0; i < file.getShort(4); i++) {
            int entry = 12 + 16 * i;
            byte[] tag = new byte[4];
            file.get(entry, tag);
            tables.put(
                    new String(tag, StandardCharsets.US_ASCII),
                    file.slice(file.getInt(entry + 8), file.getInt(entry + 12)));
        }
        unitsPerEm = table("head").getShort(18) & 0xffff;
        measuredGlyphs = table("hhea").getShort(34) & 0xffff;
        characters = new CharacterMap(table("cmap"));
        outlines = new GlyphOutlines(table("glyf"), table("loca"), table("head").getShort(50) != 0);
    }

    /** The font of a bundled typeface, read once. */
    public static TrueTypeFont of(Typeface typeface) {
        return BUNDLED.computeIfAbsent(typeface, wanted -> read(wanted.open()));
    }

    /** Reads a font and closes the stream. */
    public static TrueTypeFont read(InputStream in) {
        try (in) {
            return new TrueTypeFont(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(int codePoint) {
        return characters.glyph(codePoint) != 0;
    }

    /** The width of a character; one that the font lacks counts as a full square if ideographic. */
    public double advance(int codePoint) {
        return advances.computeIfAbsent(codePoint, this::readAdvance);
    }

    public double width(String text) {
        return text.codePoints().mapToDouble(this::advance).sum();
    }

    /** The shape of a character around its baseline, at a size and a place. */
    public Outline outline(int codePoint, double x, double baseline, double size) {
        Outline.Builder builder = Outline.at(x, baseline);
        outlines.describe(
                characters.glyph(codePoint), builder, new Place(x, baseline, size / unitsPerEm));
        return builder.build();
    }

    /** Turns font units, y upwards, into a place on the drawing. */
    record Place(double x, double baseline, double scale) {
        double px(double unitsX) {
            return x + unitsX * scale;
        }

        double py(double unitsY) {
            return baseline - unitsY * scale;
        }
    }

    private double readAdvance(int codePoint) {
        int glyph = characters.glyph(codePoint);
        if (glyph == 0 && Character.isIdeographic(codePoint)) {
            return WIDE;
        }
        int entry = Math.min(glyph, measuredGlyphs - 1) * 4;
        return (table("hmtx").getShort(entry) & 0xffff) / (double) unitsPerEm;
    }

    private ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("The font has no table " + tag);
        }
        return table;
    }
}
