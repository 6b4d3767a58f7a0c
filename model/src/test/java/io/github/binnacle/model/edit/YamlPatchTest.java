package io.github.binnacle.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlPatchTest {
    private static NodePath at(String path) {
        return new NodePath(0, path.isEmpty() ? List.of() : List.of(path.split("/")));
    }

    private static String patched(String text, Change... changes) {
        try {
            return YamlPatch.apply(DocumentText.read(text), List.of(changes)).text();
        } catch (SyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Change set(String path, Value value) {
        return new Change.Set(at(path), value);
    }

    @Test
    void changesAScalarAndLeavesTheRestOfItsLine() {
        String text = "# head\na:   1   # one\nb: two\n";

        String patched = patched(text, set("a", Value.of(12)));

        assertThat(patched).isEqualTo("# head\na:   12   # one\nb: two\n");
    }

    @Test
    void keepsTheQuotesOfAText() {
        String text = "a: 'x'\nb: \"y\"\nc: z\n";

        String patched =
                patched(
                        text,
                        set("a", Value.of("it's")),
                        set("b", Value.of("q")),
                        set("c", Value.of("on")));

        assertThat(patched).isEqualTo("a: 'it''s'\nb: \"q\"\nc: 'on'\n");
    }

    @Test
    void writesAMappingWhereAScalarStood() {
        String text = "root:\n    a: 1 # one\n    b: 2\n";

        String patched = patched(text, set("root/a", Value.of(Map.of("x", Value.of("z")))));

        assertThat(patched).isEqualTo("root:\n    a:\n        x: z # one\n    b: 2\n");
    }

    @Test
    void writesAScalarWhereABlockStood() {
        String text = "a:\n  x: 1\n  y:\n  - 2\n# tail\nb: 2\n";

        String patched = patched(text, set("a", Value.of(3)));

        assertThat(patched).isEqualTo("a: 3\n# tail\nb: 2\n");
    }

    @Test
    void fillsAnEmptyValue() {
        String patched = patched("a:\nb: 1\n", set("a", Value.of("x")));

        assertThat(patched).isEqualTo("a: x\nb: 1\n");
    }

    @Test
    void addsAKeyAmongSortedOnes() {
        String text = "m:\n  a: 1 # one\n  c: 3\nz: 0\n";

        assertThat(patched(text, set("m/b", Value.of(2))))
                .isEqualTo("m:\n  a: 1 # one\n  b: 2\n  c: 3\nz: 0\n");
        assertThat(patched(text, set("m/d", Value.of(4))))
                .isEqualTo("m:\n  a: 1 # one\n  c: 3\n  d: 4\nz: 0\n");
        assertThat(patched(text, set("m/Z", Value.of(0))))
                .isEqualTo("m:\n  Z: 0\n  a: 1 # one\n  c: 3\nz: 0\n");
    }

    @Test
    void addsAKeyAfterAllWhereKeysAreNotSorted() {
        String patched = patched("b: 1\na: 2", set("aa", Value.of(3)));

        assertThat(patched).isEqualTo("b: 1\na: 2\naa: 3");
    }

    @Test
    void addsToAndTakesFromBraces() {
        String text = "m: {a: 1, b: 2}\nl: [x,  y]\n";

        assertThat(patched(text, set("m/c", Value.of("d e"))))
                .isEqualTo("m: {a: 1, b: 2, c: d e}\nl: [x,  y]\n");
        assertThat(patched(text, new Change.Remove(at("m/a"))))
                .isEqualTo("m: {b: 2}\nl: [x,  y]\n");
        assertThat(patched(text, new Change.Append(at("l"), Value.of("z"))))
                .isEqualTo("m: {a: 1, b: 2}\nl: [x,  y, z]\n");
        assertThat(patched(text, new Change.Remove(at("l/1"))))
                .isEqualTo("m: {a: 1, b: 2}\nl: [x]\n");
    }

    @Test
    void removesAnEntryWithItsBlockAndKeepsTheCommentsAround() {
        String text = "# a\na:\n  x: |\n    text\n\n# b\nb: 1\n";

        String patched = patched(text, new Change.Remove(at("a")));

        assertThat(patched).isEqualTo("# a\n# b\nb: 1\n");
    }

    @Test
    void removesTheFirstEntryOfAListItem() {
        String patched = patched("- a: 1\n  b: 2\n- c: 3\n", new Change.Remove(at("0/a")));

        assertThat(patched).isEqualTo("- b: 2\n- c: 3\n");
    }

    @Test
    void leavesBracesWhereTheLastEntryWent() {
        String patched = patched("m:\n  a: 1\nb: 2\n", new Change.Remove(at("m/a")));

        assertThat(patched).isEqualTo("m: {}\nb: 2\n");
    }

    @Test
    void appendsToListsIndentedOrNot() {
        assertThat(patched("l:\n- a\n- b\nm: 1\n", new Change.Append(at("l"), Value.of("c"))))
                .isEqualTo("l:\n- a\n- b\n- c\nm: 1\n");
        assertThat(patched("l:\n  - a\n", new Change.Append(at("l"), Value.of("c"))))
                .isEqualTo("l:\n  - a\n  - c\n");
    }

    @Test
    void renamesAKeyInItsPlaceAndQuotes() {
        String patched = patched("'a b': 1\nc: 2\n", new Change.Rename(at("a b"), "d"));

        assertThat(patched).isEqualTo("'d': 1\nc: 2\n");
    }

    @Test
    void keepsWindowsLineEndsAndTheByteOrderMark() {
        String text = "\uFEFFa:\r\n  b: 1\r\n  c: 2\r\n";

        String patched = patched(text, set("a/d", Value.of(3)), set("a/b", Value.of(9)));

        assertThat(patched).isEqualTo("\uFEFFa:\r\n  b: 9\r\n  c: 2\r\n  d: 3\r\n");
    }

    @Test
    void writesOutAnAliasBeforeChangingInsideIt() {
        String text = "a: &x {k: 1}\nb: *x\n";

        String patched = patched(text, set("b/k", Value.of(2)));

        assertThat(patched)
                .isEqualTo(
                        "a: &x {k: 1}\nb: {k: 2}\n"
                                .replace("{k: 2}", "\n  k: 2")
                                .replace("b: \n", "b:\n"));
    }

    @Test
    void writesOutTheAliasesOfWhatChanges() {
        String text = "a: &x\n  k: 1\nb: *x\nc: *x\n";

        String patched = patched(text, set("a/k", Value.of(2)));

        assertThat(patched).isEqualTo("a: &x\n  k: 2\nb: {k: 1}\nc: {k: 1}\n");
    }

    @Test
    void setsAKeyThatAMergeTookIn() {
        String text = "base: &x {k: 1, l: 2}\nb:\n  <<: *x\n  m: 3\n";

        String patched = patched(text, set("b/k", Value.of(9)));

        assertThat(patched).isEqualTo("base: &x {k: 1, l: 2}\nb:\n  <<: *x\n  m: 3\n  k: 9\n");
    }

    @Test
    void changesJsonAsJson() {
        String text = "{\n  \"a\": 1,\n  \"b\": [\n    \"x\"\n  ]\n}\n";

        String patched =
                patched(
                        text,
                        set("c", Value.of(Map.of("d", Value.of(true)))),
                        new Change.Append(at("b"), Value.of("y")));

        assertThat(patched)
                .isEqualTo(
                        "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    \"y\"\n  ],\n"
                                + "  \"c\": {\n    \"d\": true\n  }\n}\n");
    }

    @Test
    void changesTheDocumentThatIsMeant() {
        String text = "a: 1\n---\na: 2\n";

        String patched = patched(text, new Change.Set(new NodePath(1, List.of("a")), Value.of(3)));

        assertThat(patched).isEqualTo("a: 1\n---\na: 3\n");
    }

    @Test
    void writesTextsOfSeveralLinesAsBlocks() {
        String patched = patched("a: 1\n", set("a", Value.of("x\n y\n")));

        assertThat(patched).isEqualTo("a: |\n  x\n   y\n");
    }

    @Test
    void refusesToRenameToAKeyThatIsThere() {
        assertThatThrownBy(() -> patched("a: 1\nb: 2\n", new Change.Rename(at("a"), "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
