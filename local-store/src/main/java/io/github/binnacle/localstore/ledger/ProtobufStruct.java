package io.github.binnacle.localstore.ledger;

import io.github.binnacle.model.value.Value;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Writes structs as ML Metadata stores them in text columns: {@code mlmd-struct::} and the base64
 * of a serialised google.protobuf.Struct.
 */
final class ProtobufStruct {
    private static final String PREFIX = "mlmd-struct::";
    private static final int LENGTH_DELIMITED = 2;
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;

    private ProtobufStruct() {}

    static String text(Value.Struct struct) {
        return PREFIX + Base64.getEncoder().encodeToString(struct(struct.fields()));
    }

    /** message Struct { map<string, Value> fields = 1; } */
    private static byte[] struct(Map<String, Value> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            ByteArrayOutputStream entry = new ByteArrayOutputStream();
            putBytes(entry, 1, name.getBytes(StandardCharsets.UTF_8));
            putBytes(entry, 2, value(value));
            putBytes(out, 1, entry.toByteArray());
        });
        return out.toByteArray();
    }

    /**
     * message Value: null_value = 1, number_value = 2, string_value = 3, bool_value = 4,
     * struct_value = 5, list_value = 6.
     */
    private static byte[] value(Value value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (value) {
            case Value.Null _ -> putVarint(out, 1, 0);
            case Value.Num number -> putDouble(out, 2, number.toDouble());
            case Value.Text(String text) -> putBytes(out, 3, text.getBytes(StandardCharsets.UTF_8));
            case Value.Bool(boolean flag) -> putVarint(out, 4, flag ? 1 : 0);
            case Value.Struct(Map<String, Value> fields) -> putBytes(out, 5, struct(fields));
            case Value.Items(List<Value> items) -> putBytes(out, 6, list(items));
        }
        return out.toByteArray();
    }

    /** message ListValue { repeated Value values = 1; } */
    private static byte[] list(List<Value> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        items.forEach(item -> putBytes(out, 1, value(item)));
        return out.toByteArray();
    }

    private static void putBytes(ByteArrayOutputStream out, int field, byte[] bytes) {
        varint(out, (field << 3) | LENGTH_DELIMITED);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void putVarint(ByteArrayOutputStream out, int field, int number) {
        varint(out, (field << 3) | VARINT);
        varint(out, number);
    }

    private static void putDouble(ByteArrayOutputStream out, int field, double number) {
        varint(out, (field << 3) | FIXED_64);
        out.writeBytes(
                ByteBuffer.allocate(Double.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putDouble(number)
                        .array());
    }

    private static void varint(ByteArrayOutputStream out, int number) {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
