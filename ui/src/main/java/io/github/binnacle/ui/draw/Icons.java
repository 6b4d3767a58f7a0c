package io.github.binnacle.ui.draw;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.kordamp.ikonli.IkonHandler;

/** Finds icons of the installed Ikonli packs by name; needs no toolkit. */
public final class Icons {
    private static final Map<String, Optional<Icon>> FOUND = new ConcurrentHashMap<>();
    private static final Map<String, TrueTypeFont> FONTS = new ConcurrentHashMap<>();

    private Icons() {}

    /** A character of an icon font. */
    record Icon(IkonHandler pack, int codePoint) {
        TrueTypeFont font() {
            return FONTS.computeIfAbsent(
                    pack.getFontFamily(), _ -> TrueTypeFont.read(pack.getFontResourceAsStream()));
        }

        /** The shape in a square, its baseline where the pack's fonts have theirs. */
        Outline outline(Box square) {
            return font().outline(codePoint, square.x(), baseline(square), square.width());
        }

        double baseline(Box square) {
            boolean isFeather = pack.getFontFamily().startsWith("feather");
            return isFeather ? square.y() + square.width() * 0.9375 : square.bottom();
        }
    }

    static Optional<Icon> find(String name) {
        return FOUND.computeIfAbsent(name, Icons::load);
    }

    private static Optional<Icon> load(String name) {
        for (IkonHandler pack : ServiceLoader.load(IkonHandler.class)) {
            if (pack.supports(name)) {
                return resolve(pack, name);
            }
        }
        return Optional.empty();
    }

    private static Optional<Icon> resolve(IkonHandler pack, String name) {
        try {
            return Optional.of(new Icon(pack, pack.resolve(name).getCode()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
