package io.github.binnacle.localengine.wire;

import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the host answers to a request. */
public sealed interface Reply {

    record Done(Value.Struct result, List<Problem> warnings) implements Reply {
        public Done {
            warnings = List.copyOf(warnings);
        }
    }

    record Refused(List<Problem> problems) implements Reply {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The host could not do it, through no fault of the request.
     *
     * @param detail for users
     */
    record Failed(String detail) implements Reply {}

    /** The host ends and takes no requests; the next one may. */
    record Ending() implements Reply {}

    /** Makes a reply of an outcome, naming its value {@code field}. */
    static <T> Reply of(Outcome<T> outcome, String field) {
        return switch (outcome) {
            case Outcome.Done<T>(T value, List<Problem> warnings) ->
                    new Done(Value.of(Map.of(field, Value.of(value.toString()))), warnings);
            case Outcome.Refused<T>(List<Problem> problems) -> new Refused(problems);
        };
    }

    /** Writes the reply to the request of a number. */
    default Value.Struct toJson(long id) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.of(id));
        switch (this) {
            case Done(Value.Struct result, List<Problem> warnings) -> {
                fields.put("done", result);
                fields.put("warnings", ProblemJson.write(warnings));
            }
            case Refused(List<Problem> problems) ->
                    fields.put("refused", ProblemJson.write(problems));
            case Failed(String detail) -> fields.put("failed", Value.of(detail));
            case Ending _ -> fields.put("ending", Value.of(true));
        }
        return Value.of(fields);
    }

    /**
     * Reads a reply.
     *
     * @throws ProtocolException if it is none
     */
    static Reply fromJson(Value.Struct json) throws ProtocolException {
        if (json.field("done").isPresent()) {
            return new Done(
                    Fields.struct(json, "done"), ProblemJson.read(Fields.items(json, "warnings")));
        }
        if (json.field("refused").isPresent()) {
            return new Refused(ProblemJson.read(Fields.items(json, "refused")));
        }
        return Fields.flag(json, "ending") ? new Ending() : new Failed(Fields.text(json, "failed"));
    }
}
