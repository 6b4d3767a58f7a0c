package io.github.binnacle.model.edit;

import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes changes to values: what a changed text must stand for. */
final class ValueChanges {
    private ValueChanges() {}

    /**
     * Returns a changed value.
     *
     * @throws IllegalArgumentException if the way leads nowhere
     */
    static Value apply(Value root, Change change) {
        List<String> keys = change.at().keys();
        if (keys.isEmpty()) {
            return atTop(root, change);
        }
        String last = keys.getLast();
        UnaryOperator<Value> inParent =
                switch (change) {
                    case Change.Set(var _, Value value) -> parent -> with(parent, last, value);
                    case Change.Append(var _, Value value) ->
                            parent -> with(parent, last, appended(child(parent, last), value));
                    case Change.Remove _ -> parent -> without(parent, last);
                    case Change.Rename(var _, String key) -> parent -> renamed(parent, last, key);
                };
        return update(root, keys.subList(0, keys.size() - 1), inParent);
    }

    private static Value atTop(Value root, Change change) {
        return switch (change) {
            case Change.Set(var _, Value value) -> value;
            case Change.Append(var _, Value value) -> appended(root, value);
            case Change.Remove _, Change.Rename _ ->
                    throw new IllegalArgumentException("the top of a document has no key");
        };
    }

    private static Value update(Value value, List<String> keys, UnaryOperator<Value> change) {
        if (keys.isEmpty()) {
            return change.apply(value);
        }
        Value child = child(value, keys.getFirst());
        return with(value, keys.getFirst(), update(child, keys.subList(1, keys.size()), change));
    }

    private static Value child(Value parent, String key) {
        return switch (parent) {
            case Value.Struct struct -> struct.field(key).orElse(Value.NULL);
            case Value.Items(List<Value> items) -> items.get(index(items, key));
            case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> Value.NULL;
        };
    }

    private static Value with(Value parent, String key, Value child) {
        return switch (parent) {
            case Value.Struct struct -> struct.with(key, child);
            case Value.Items(List<Value> items) -> {
                List<Value> changed = new ArrayList<>(items);
                changed.set(index(items, key), child);
                yield Value.of(changed);
            }
            case Value.Null _ -> Value.of(Map.of(key, child));
            case Value.Bool _, Value.Num _, Value.Text _ ->
                    throw new IllegalArgumentException("\"" + key + "\" is below a scalar");
        };
    }

    private static Value appended(Value list, Value item) {
        return switch (list) {
            case Value.Items(List<Value> items) -> {
                List<Value> longer = new ArrayList<>(items);
                longer.add(item);
                yield Value.of(longer);
            }
            case Value.Null _ -> Value.of(List.of(item));
            case Value.Bool _, Value.Num _, Value.Text _, Value.Struct _ ->
                    throw new IllegalArgumentException("not a list: " + list);
        };
    }

    private static Value without(Value parent, String key) {
        return switch (parent) {
            case Value.Struct(Map<String, Value> fields) -> {
                Map<String, Value> fewer = new LinkedHashMap<>(fields);
                fewer.remove(key);
                yield Value.of(fewer);
            }
            case Value.Items(List<Value> items) -> {
                List<Value> fewer = new ArrayList<>(items);
                fewer.remove(index(items, key));
                yield Value.of(fewer);
            }
            case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> parent;
        };
    }

    private static Value renamed(Value parent, String key, String newKey) {
        if (!(parent instanceof Value.Struct(Map<String, Value> fields))
                || !fields.containsKey(key)
                || (fields.containsKey(newKey) && !key.equals(newKey))) {
            throw new IllegalArgumentException("cannot rename " + key + " to " + newKey);
        }
        Map<String, Value> renamed = new LinkedHashMap<>();
        fields.forEach((name, value) -> renamed.put(name.equals(key) ? newKey : name, value));
        return Value.of(renamed);
    }

    private static int index(List<Value> items, String key) {
        int index = key.matches("\\d{1,9}") ? Integer.parseInt(key) : -1;
        if (index < 0 || index >= items.size()) {
            throw new IllegalArgumentException("no item " + key);
        }
        return index;
    }
}
