package io.github.binnacle.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colour of every token, for what is drawn rather than styled.
 *
 * <p>Read from the stylesheets that style the widgets, so both always agree; needs no toolkit.
 */
public final class Palette {
    private static final Pattern DECLARATION = Pattern.compile("(-[\\w-]+)\\s*:\\s*([^;]+);");
    private static final Palette LIGHT = new Palette(Appearance.LIGHT);
    private static final Palette DARK = new Palette(Appearance.DARK);

    private final Appearance appearance;
    private final Map<Token, Colour> colours = new EnumMap<>(Token.class);

    private Palette(Appearance appearance) {
        this.appearance = appearance;
        boolean isDark = appearance == Appearance.DARK;
        Map<String, String> declarations = new HashMap<>();
        String primer = isDark ? "primer-dark.css" : "primer-light.css";
        addBlock(declarations, ".root {", read("/atlantafx/base/theme/" + primer));
        String tokens = read("tokens.css");
        addBlock(declarations, ".root {", tokens);
        addBlock(declarations, isDark ? ".root:dark {" : ".root {", tokens);
        for (Token token : Token.values()) {
            colours.put(token, resolve(declarations, token.property()));
        }
    }

    public static Palette of(Appearance appearance) {
        return appearance == Appearance.DARK ? DARK : LIGHT;
    }

    public Colour of(Token token) {
        return colours.getOrDefault(token, Colour.TRANSPARENT);
    }

    public Appearance appearance() {
        return appearance;
    }

    private static void addBlock(Map<String, String> declarations, String selector, String css) {
        int start = css.indexOf(selector);
        Matcher matcher = DECLARATION.matcher(css).region(start, css.indexOf('}', start));
        while (matcher.find()) {
            declarations.put(matcher.group(1), matcher.group(2));
        }
    }

    private static Colour resolve(Map<String, String> declarations, String property) {
        String value = declarations.get(property);
        if (value == null) {
            throw new IllegalStateException("No stylesheet declares " + property);
        }
        return value.startsWith("-") ? resolve(declarations, value.strip()) : Colour.of(value);
    }

    private static String read(String resource) {
        try (InputStream in = Palette.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
