package io.github.binnacle.model.edit;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Changes YAML and JSON texts in place: only the lines concerned are written anew, in the style of
 * the text; comments, the order of keys, quotes and line ends elsewhere stay.
 *
 * <p>Every result is read again and compared with what it must stand for. A place too crooked to be
 * changed finely is written anew as a whole, and so on outwards, so the result is always right.
 */
public final class YamlPatch {
    private YamlPatch() {}

    /**
     * Makes changes; all their paths are those of the given text.
     *
     * @throws IllegalArgumentException if a path leads nowhere, a new key is already taken, or two
     *     changes contradict each other
     */
    public static DocumentText apply(DocumentText text, List<Change> changes) {
        List<Change> ordered = changes.stream().sorted(ORDER).toList();
        List<Value> expected = expected(text, ordered);
        return finely(text, ordered)
                .filter(patched -> standsFor(patched, expected))
                .orElseGet(() -> oneByOne(text, ordered));
    }

    /** Sets first, then removals from the end, then renames from the inside, so that paths hold. */
    private static final Comparator<Change> ORDER =
            Comparator.<Change>comparingInt(YamlPatch::rank)
                    .thenComparing(Change::at, YamlPatch::deepestAndLastFirst);

    private static int rank(Change change) {
        return switch (change) {
            case Change.Set _, Change.Append _ -> 0;
            case Change.Remove _ -> 1;
            case Change.Rename _ -> 2;
        };
    }

    private static int deepestAndLastFirst(NodePath left, NodePath right) {
        int byDepth = right.keys().size() - left.keys().size();
        if (byDepth != 0 || left.isTop()) {
            return byDepth;
        }
        String one = left.last();
        String other = right.last();
        boolean areIndexes = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
        return areIndexes ? Integer.parseInt(other) - Integer.parseInt(one) : 0;
    }

    private static List<Value> expected(DocumentText text, List<Change> changes) {
        List<Value> values = new ArrayList<>();
        text.documents().forEach(document -> values.add(document.value()));
        for (Change change : changes) {
            int document = change.at().document();
            values.set(document, ValueChanges.apply(values.get(document), change));
        }
        return values;
    }

    private static boolean standsFor(DocumentText text, List<Value> expected) {
        return text.documents().stream().map(DocumentNode::value).toList().equals(expected);
    }

    private static Optional<DocumentText> finely(DocumentText text, List<Change> changes) {
        TextChanges textually = new TextChanges(text);
        List<Replacement> replacements = new ArrayList<>();
        for (Change change : changes) {
            Optional<List<Replacement>> some = textually.of(change);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            replacements.addAll(some.get());
        }
        return Replacement.all(text.text(), replacements.stream().distinct().toList())
                .flatMap(YamlPatch::read);
    }

    private static Optional<DocumentText> read(String text) {
        try {
            return Optional.of(DocumentText.read(text));
        } catch (SyntaxException e) {
            return Optional.empty();
        }
    }

    private static DocumentText oneByOne(DocumentText text, List<Change> changes) {
        DocumentText patched = text;
        for (Change change : changes) {
            patched = applyOne(patched, change);
        }
        return patched;
    }

    /** Makes one change, writing anew ever more of what is around it until the text is right. */
    private static DocumentText applyOne(DocumentText text, Change change) {
        List<Value> expected = expected(text, List.of(change));
        Change attempt = change;
        while (true) {
            Optional<DocumentText> patched =
                    finely(text, List.of(attempt)).filter(result -> standsFor(result, expected));
            if (patched.isPresent()) {
                return patched.get();
            }
            if (attempt.at().isTop()) {
                throw new IllegalStateException("no text stands for " + expected);
            }
            NodePath outer = attempt.at().parent();
            attempt = new Change.Set(outer, at(expected.get(outer.document()), outer));
        }
    }

    private static Value at(Value root, NodePath path) {
        Value value = root;
        for (String key : path.keys()) {
            value =
                    switch (value) {
                        case Value.Struct struct -> struct.field(key).orElse(Value.NULL);
                        case Value.Items(List<Value> items) -> items.get(Integer.parseInt(key));
                        case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> Value.NULL;
                    };
        }
        return value;
    }
}
