package io.github.binnacle.localengine.wire;

import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first line of each side. Its form, and that of the request {@code retire}, never change, so
 * that builds of different age understand at least that.
 *
 * @param protocol version of everything else
 * @param build names the program: the same name, the same code
 * @param pid of the process that speaks
 */
public record Hello(long protocol, String build, long pid) {
    public static final long PROTOCOL = 1;

    private static final String KEY = "binnacle";

    public static Hello mine(String build) {
        return new Hello(PROTOCOL, build, ProcessHandle.current().pid());
    }

    public Value.Struct toJson() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(KEY, Value.of(protocol));
        fields.put("build", Value.of(build));
        fields.put("pid", Value.of(pid));
        return Value.of(fields);
    }

    /**
     * Reads a hello.
     *
     * @throws ProtocolException if it is none
     */
    public static Hello fromJson(Value.@Nullable Struct json) throws ProtocolException {
        if (json == null || json.field(KEY).isEmpty()) {
            throw new ProtocolException("The other side does not speak Binnacle's protocol");
        }
        return new Hello(
                Fields.number(json, KEY), Fields.text(json, "build"), Fields.number(json, "pid"));
    }
}
