package io.github.binnacle.localengine.cache;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the key under which a task's outputs are kept: KFP's fingerprint, widened by the contents
 * of input artifacts, the environment, and the project.
 */
public final class CacheKey {
    private CacheKey() {}

    /**
     * @param scope project and pipeline; results are not shared beyond
     * @param work digest of what runs: executor, command, environment variables, source, output
     *     specs
     * @param environment lock of the Python environment; empty without one
     * @param sources names of the volumes, secrets and config maps that the task sees
     * @param userKey the document's own cache key; if there is one, inputs do not count, as in KFP
     */
    public record Ingredients(
            List<String> scope,
            String component,
            String work,
            String environment,
            List<String> sources,
            String userKey) {}

    /** Returns the key, {@code sha256:…}. */
    public static String of(Ingredients ingredients, TaskValues inputs) {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("scope", texts(ingredients.scope()));
        fields.put("component", Value.of(ingredients.component()));
        if (ingredients.userKey().isEmpty()) {
            fields.put("work", Value.of(ingredients.work()));
            fields.put("environment", Value.of(ingredients.environment()));
            fields.put("sources", texts(ingredients.sources()));
            fields.put("parameters", sorted(Value.of(inputs.parameters())));
            fields.put("artifacts", artifacts(inputs.artifacts()));
        } else {
            fields.put("userKey", Value.of(ingredients.userKey()));
        }
        return digest(Value.of(fields));
    }

    /** Returns the digest of a value's JSON text, {@code sha256:…}; the order of keys is free. */
    public static String digest(Value value) {
        byte[] text = JsonText.compact(sorted(value)).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Value artifacts(Map<String, List<RuntimeArtifact>> inputs) {
        Map<String, Value> byName = new TreeMap<>();
        inputs.forEach((name, list) ->
                byName.put(name, Value.of(list.stream().map(CacheKey::artifact).toList())));
        return Value.of(byName);
    }

    /** Where the content is known it counts, not its place. */
    private static Value artifact(RuntimeArtifact artifact) {
        return Value.of(
                List.of(
                        Value.of(artifact.type().schemaTitle()),
                        Value.of(artifact.digest().isEmpty() ? artifact.uri() : artifact.digest()),
                        sorted(artifact.metadata())));
    }

    private static Value texts(List<String> texts) {
        return Value.of(texts.stream().map(Value::of).toList());
    }

    private static Value sorted(Value value) {
        return switch (value) {
            case Value.Struct(Map<String, Value> fields) -> {
                Map<String, Value> inOrder = new LinkedHashMap<>();
                new TreeMap<>(fields).forEach((name, field) -> inOrder.put(name, sorted(field)));
                yield Value.of(inOrder);
            }
            case Value.Items(List<Value> values) ->
                    Value.of(values.stream().map(CacheKey::sorted).toList());
            case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> value;
        };
    }
}
