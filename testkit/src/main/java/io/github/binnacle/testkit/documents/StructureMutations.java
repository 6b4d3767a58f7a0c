package io.github.binnacle.testkit.documents;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.codec.YamlLayout;
import io.github.binnacle.model.codec.YamlWriter;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damages documents in their structure: keys dropped, types swapped, depth, aliases. */
final class StructureMutations {
    private final Random random;

    StructureMutations(Random random) {
        this.random = random;
    }

    String withDeepNesting(String text) {
        int depth = List.of(50, 99, 101, 1_000, 20_000, 200_000).get(random.nextInt(6));
        String open = List.of("[", "{a: ", "{\"a\":", "- ").get(random.nextInt(4));
        String bomb = "\ndeep: " + open.repeat(depth);
        return switch (random.nextInt(3)) {
            case 0 -> bomb;
            case 1 -> text + bomb;
            default -> open.repeat(depth) + text;
        };
    }

    String withAliasBomb(String text) {
        StringBuilder bomb = new StringBuilder("bomb0: &b0 [x, x, x, x, x, x, x, x, x]\n");
        int levels = 1 + random.nextInt(12);
        for (int i = 1; i <= levels; i++) {
            String alias = "*b" + (i - 1);
            bomb.append("bomb%d: &b%d [".formatted(i, i))
                    .append((alias + ", ").repeat(8))
                    .append(alias)
                    .append("]\n");
        }
        return bomb + text.replaceFirst("parameters:", "parameters: *b" + levels + "\n#");
    }

    /** Changes one place of the tree and writes it anew, as YAML or JSON. */
    String withTreeChanged(String text) {
        try {
            List<DocumentNode> documents = DocumentText.read(text).documents();
            if (documents.isEmpty()) {
                return text;
            }
            Value changed = changed(documents.getFirst().value(), documents.getFirst().value());
            return random.nextInt(3) == 0
                    ? JsonText.pretty(changed)
                    : YamlWriter.document(changed, YamlLayout.KFP);
        } catch (SyntaxException e) {
            return text;
        }
    }

    private Value changed(Value value, Value root) {
        boolean stops = random.nextInt(7) == 0;
        return switch (value) {
            case Value.Struct(Map<String, Value> fields) when !fields.isEmpty() -> {
                List<String> keys = List.copyOf(fields.keySet());
                String key = keys.get(random.nextInt(keys.size()));
                Map<String, Value> changed = new LinkedHashMap<>(fields);
                Value child = fields.getOrDefault(key, Value.NULL);
                if (stops) {
                    changeEntry(changed, key, child, root);
                } else {
                    changed.put(key, changed(child, root));
                }
                yield Value.of(changed);
            }
            case Value.Items(List<Value> items) when !items.isEmpty() -> {
                List<Value> changed = new ArrayList<>(items);
                int index = random.nextInt(items.size());
                changed.set(index, changed(items.get(index), root));
                yield Value.of(changed);
            }
            default -> other(root);
        };
    }

    private void changeEntry(Map<String, Value> fields, String key, Value child, Value root) {
        switch (random.nextInt(4)) {
            case 0 -> fields.remove(key);
            case 1 -> fields.put(key, other(root));
            case 2 -> {
                fields.remove(key);
                fields.put(key + "x", child);
            }
            default -> fields.put(key, Value.of(List.of(child, child)));
        }
    }

    private Value other(Value root) {
        return switch (random.nextInt(9)) {
            case 0 -> Value.NULL;
            case 1 -> Value.of(true);
            case 2 -> Value.of(-1);
            case 3 -> Value.of(Long.MAX_VALUE);
            case 4 -> Value.of(1e300);
            case 5 -> Value.of("{{$.inputs.parameters['gone']}}");
            case 6 -> Value.of(List.of());
            case 7 -> Value.of(Map.of("a", Value.of("b")));
            default -> root;
        };
    }
}
