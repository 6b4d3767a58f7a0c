package io.github.binnacle.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.Corpus;
import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law: reading the patched text gives the changed value, and lines elsewhere are the same. */
class YamlPatchLawTest {
    private static final List<String> TEXTS =
            List.of(
                    """
                    # A pipeline
                    name: 'x'   # quoted
                    list:
                      - a: 1
                        b: [1, 2, {c: d}]
                      - - nested
                        - "twice"
                      -
                        late: yes it is
                    empty:
                    text: |
                      one
                        two

                    folded: >-
                      a
                      b
                    deep:
                        # inside
                        four: {x: 1,
                               y: [ ]}
                        more: !!str 12
                    tail: ~
                    """,
                    """
                    base: &base {k: 1, l: [1, 2]}
                    named: &n
                      a: &inner deep
                      b: 2
                    uses:
                    - *n
                    - *inner
                    merged:
                      <<: *base
                      own: 3
                    ? complex
                    : value
                    "quoted key": "v\\u00e9\\n"
                    long: a plain text that
                      goes on
                    """,
                    "{\"a\": {\"b\": [1, 2.5, null], \"c\": \"d\"}, \"e\": [], \"f\": {}}",
                    "a:\r\n- b: 1\r\n  c: |\r\n    x\r\n    y\r\n- d\r\ne: {}\r\n",
                    "\uFEFFa: [x, 'y', \"z\"]\nüñî 😀: {😀: '😀 b'}\nlast: end");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsForRandomChanges(long seed) throws SyntaxException {
        Random random = new Random(seed);
        for (String text : TEXTS) {
            DocumentText source = DocumentText.read(text);
            for (int i = 0; i < 40; i++) {
                source = changeOnce(source, random, "seed " + seed + " step " + i);
            }
        }
    }

    @Test
    @Tag("corpus")
    void holdsForRandomChangesOfRealPipelines() throws Exception {
        Random random = new Random(42);
        for (Path file : Corpus.files()) {
            DocumentText source = DocumentText.read(Files.readString(file));
            for (int i = 0; i < 8; i++) {
                source = changeOnce(source, random, file + " step " + i);
            }
        }
    }

    private static DocumentText changeOnce(DocumentText source, Random random, String what) {
        Change change = randomChange(source, random);
        List<Value> expected = new ArrayList<>();
        source.documents().forEach(node -> expected.add(node.value()));
        int document = change.at().document();
        try {
            expected.set(document, ValueChanges.apply(expected.get(document), change));
        } catch (IllegalArgumentException e) {
            return source;
        }

        DocumentText patched = YamlPatch.apply(source, List.of(change));

        assertThat(patched.documents().stream().map(DocumentNode::value).toList())
                .as(what + " " + change + " of\n" + source.text() + "\ngave\n" + patched.text())
                .isEqualTo(expected);
        return patched;
    }

    private static Change randomChange(DocumentText source, Random random) {
        int document = random.nextInt(source.documents().size());
        Value root = source.documents().get(document).value();
        NodePath path = new NodePath(document, randomPath(root, random, new ArrayList<>()));
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new Change.Set(path, randomValue(random, 0));
            case 3, 4 ->
                    new Change.Set(path.child("new" + random.nextInt(9)), randomValue(random, 0));
            case 5 -> new Change.Append(path, randomValue(random, 0));
            case 6 -> new Change.Rename(path, "renamed " + random.nextInt(1000));
            default -> new Change.Remove(path);
        };
    }

    private static List<String> randomPath(Value value, Random random, List<String> path) {
        List<String> keys =
                switch (value) {
                    case Value.Struct(Map<String, Value> fields) -> List.copyOf(fields.keySet());
                    case Value.Items(List<Value> items) ->
                            items.isEmpty()
                                    ? List.of()
                                    : List.of(String.valueOf(random.nextInt(items.size())));
                    default -> List.of();
                };
        if (keys.isEmpty() || (!path.isEmpty() && random.nextInt(4) == 0)) {
            return path;
        }
        String key = keys.get(random.nextInt(keys.size()));
        path.add(key);
        Value child =
                switch (value) {
                    case Value.Struct struct -> struct.field(key).orElseThrow();
                    case Value.Items(List<Value> items) -> items.get(Integer.parseInt(key));
                    default -> throw new AssertionError();
                };
        return randomPath(child, random, path);
    }

    private static Value randomValue(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 8 : 11)) {
            case 0 -> Value.NULL;
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.of(random.nextLong());
            case 3 -> Value.of(random.nextDouble());
            case 4 -> Value.of("plain text");
            case 5 -> Value.of(oddText(random));
            case 6 -> Value.of("two\nlines" + "\n".repeat(random.nextInt(3)));
            case 7 -> Value.of(List.of());
            case 8 ->
                    Value.of(
                            List.of(
                                    randomValue(random, depth + 1),
                                    randomValue(random, depth + 1)));
            default -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                for (int i = 0; i < random.nextInt(4); i++) {
                    fields.put(
                            i % 2 == 0 ? "k" + i : oddText(random), randomValue(random, depth + 1));
                }
                yield Value.of(fields);
            }
        };
    }

    private static String oddText(Random random) {
        List<String> odd =
                List.of(
                        "",
                        " ",
                        "- a",
                        "a: b",
                        "#",
                        "a #b",
                        "'",
                        "\"",
                        "{}",
                        "[x",
                        "*a",
                        "&a",
                        "!t",
                        "%",
                        "@",
                        "`",
                        "true",
                        "null",
                        "~",
                        "1",
                        "1e3",
                        ".5",
                        "0x1F",
                        "yes",
                        "No",
                        "2.1.0",
                        "12:30",
                        "a\tb",
                        "\t",
                        " lead",
                        "trail ",
                        "\n",
                        "\n\n x",
                        " x\ny",
                        "a\r\nb",
                        "\u0000",
                        "\u0085",
                        "\u2028",
                        "\uFEFF",
                        "😀",
                        "\uD800",
                        "é",
                        "---",
                        "...",
                        "|",
                        ">",
                        "? x",
                        ":",
                        "x:",
                        "<<",
                        "=",
                        "{{$.inputs}}",
                        "a\n\n\n",
                        "#!/bin/sh\nset -e\n\techo \"hi\"\n",
                        "x\n ",
                        "\nx",
                        "a\\b",
                        "C:\\x");
        return odd.get(random.nextInt(odd.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void leavesTheLinesElsewhereAlone(long seed) throws SyntaxException {
        Random random = new Random(seed);
        DocumentText source = DocumentText.read(TEXTS.getFirst());
        for (int i = 0; i < 150; i++) {
            Change change = randomChange(source, random);
            Spot.Found found = Spot.find(source, change.at());
            if (!isPlainSet(change, found, source)) {
                continue;
            }

            String patched = YamlPatch.apply(source, List.of(change)).text();

            int start = found.spot().node().range().start();
            int end = found.spot().node().range().end();
            int lineStart = source.text().lastIndexOf('\n', start - 1) + 1;
            assertThat(patched)
                    .as(change.toString())
                    .startsWith(source.text().substring(0, lineStart))
                    .endsWith(source.text().substring(end));
        }
    }

    private static boolean isPlainSet(Change change, Spot.Found found, DocumentText source) {
        return change instanceof Change.Set(var at, Value value)
                && found.depth() == at.keys().size()
                && found.spot().node() instanceof DocumentNode.ScalarNode scalar
                && source.text().indexOf('\n', scalar.range().start()) >= scalar.range().end()
                && !JsonText.compact(value).contains("{");
    }
}
