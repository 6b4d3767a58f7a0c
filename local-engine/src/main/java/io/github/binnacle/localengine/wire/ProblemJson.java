package io.github.binnacle.localengine.wire;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problems as JSON. */
final class ProblemJson {
    private ProblemJson() {}

    static Value write(List<Problem> problems) {
        return Value.of(problems.stream().map(ProblemJson::write).toList());
    }

    static List<Problem> read(List<Value> values) throws ProtocolException {
        List<Problem> problems = new ArrayList<>();
        for (Value value : values) {
            if (!(value instanceof Value.Struct struct)) {
                throw new ProtocolException("A problem is no object");
            }
            problems.add(read(struct));
        }
        return problems;
    }

    private static Value write(Problem problem) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("code", Value.of(problem.code()));
        fields.put("severity", Value.of(problem.severity().name()));
        if (problem.where() != null) {
            fields.put("where", AddressJson.write(problem.where()));
        }
        if (problem.range() != null) {
            fields.put("range", range(problem.range()));
        }
        Map<String, Value> arguments = new LinkedHashMap<>();
        problem.arguments().forEach((name, value) -> arguments.put(name, argument(value)));
        fields.put("arguments", Value.of(arguments));
        return Value.of(fields);
    }

    private static Value argument(Object value) {
        return value instanceof Number number
                ? new Value.Num(new BigDecimal(number.toString()))
                : Value.of(value.toString());
    }

    private static Value range(SourceRange range) {
        return Value.of(
                List.of(
                        Value.of(range.line()),
                        Value.of(range.column()),
                        Value.of(range.start()),
                        Value.of(range.end())));
    }

    private static Problem read(Value.Struct json) throws ProtocolException {
        Address where =
                json.field("where").isPresent()
                        ? AddressJson.read(Fields.struct(json, "where"))
                        : null;
        Map<String, Object> arguments = new LinkedHashMap<>();
        Fields.struct(json, "arguments")
                .fields()
                .forEach((name, value) -> arguments.put(name, argument(value)));
        return new Problem(
                Fields.text(json, "code"),
                severity(Fields.text(json, "severity")),
                where,
                range(Fields.items(json, "range")),
                arguments);
    }

    private static Object argument(Value value) {
        return switch (value) {
            case Value.Num number when number.isIntegral() -> number.value().longValue();
            case Value.Num number -> number.toDouble();
            case Value.Text(String text) -> text;
            default -> value.toString();
        };
    }

    private static Severity severity(String name) throws ProtocolException {
        try {
            return Severity.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("A problem has no severity");
        }
    }

    private static @Nullable SourceRange range(List<Value> numbers) {
        return numbers.size() == 4
                ? new SourceRange(
                        integer(numbers.get(0)),
                        integer(numbers.get(1)),
                        integer(numbers.get(2)),
                        integer(numbers.get(3)))
                : null;
    }

    private static int integer(Value value) {
        return value instanceof Value.Num number ? number.value().intValue() : 0;
    }
}
