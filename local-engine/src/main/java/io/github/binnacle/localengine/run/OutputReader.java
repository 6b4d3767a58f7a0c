package io.github.binnacle.localengine.run;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.ParameterType;
import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what an attempt left behind (KFP v2 IR, ExecutorOutput, and the files of single
 * parameters), and takes its artifacts in.
 */
final class OutputReader {
    private final ComponentSpec component;
    private final ExecutorInput input;
    private final OutputArtifacts artifacts;

    OutputReader(
            ComponentSpec component, ExecutorInput input, AttemptFolder folder, BlobStore blobs) {
        this.component = component;
        this.input = input;
        this.artifacts = new OutputArtifacts(folder, blobs);
    }

    /**
     * Returns the outputs.
     *
     * @throws TaskFailure if a declared parameter is missing or what was written cannot be read
     * @throws IOException if an artifact cannot be taken in
     */
    TaskValues read() throws TaskFailure, IOException {
        Value.Struct written = executorOutput();
        Map<String, Value> parameters = new LinkedHashMap<>();
        for (var declared : component.outputDefinitions().parameters().entrySet()) {
            ParameterType type = declared.getValue().parameterType();
            parameters.put(declared.getKey(), parameter(declared.getKey(), type, written));
        }
        Map<String, List<RuntimeArtifact>> found = new LinkedHashMap<>();
        for (var planned : input.outputs().entrySet()) {
            Optional<Value> told =
                    struct(written, "artifacts")
                            .field(planned.getKey())
                            .flatMap(OutputReader::list);
            found.put(planned.getKey(), artifacts.read(planned.getValue(), told));
        }
        return new TaskValues(parameters, found);
    }

    private Value.Struct executorOutput() throws TaskFailure, IOException {
        Path file = Path.of(input.outputFile());
        if (!Files.isRegularFile(file)) {
            return Value.Struct.EMPTY;
        }
        try {
            if (JsonReader.parse(Files.readString(file)) instanceof Value.Struct output) {
                return output;
            }
        } catch (SyntaxException e) {
            throw unreadable(file, detail(e));
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not text in UTF-8");
        }
        throw unreadable(file, "it holds no object");
    }

    private static TaskFailure unreadable(Path file, String detail) {
        return TaskFailure.ofAttempt(
                "run.output-file", Map.of("file", file.toString(), "detail", detail), null);
    }

    private static String detail(SyntaxException e) {
        Object detail = e.arguments().getOrDefault("detail", "it is no JSON");
        return detail + " (line " + e.range().line() + ", column " + e.range().column() + ")";
    }

    private Value parameter(String name, ParameterType type, Value.Struct written)
            throws TaskFailure, IOException {
        Optional<Value> value = struct(written, "parameterValues").field(name);
        if (value.isPresent() && !(value.get() instanceof Value.Null)) {
            return value.get();
        }
        Path file = Path.of(input.parameterFiles().get(name));
        if (Files.isRegularFile(file)) {
            return fromFile(name, type, file);
        }
        if (value.isPresent()) {
            return value.get();
        }
        throw TaskFailure.ofAttempt(
                "run.output-missing", Map.of("output", name, "file", file.toString()), null);
    }

    private static Value fromFile(String name, ParameterType type, Path file)
            throws TaskFailure, IOException {
        String text = Files.readString(file);
        if (type == ParameterType.STRING) {
            return Value.of(text);
        }
        Optional<Value> converted = ParameterConversion.to(type, Value.of(text.strip()));
        if (converted.isEmpty()) {
            throw TaskFailure.ofAttempt(
                    "run.output-type",
                    Map.of("output", name, "type", type.name(), "found", Shortened.text(text)),
                    null);
        }
        return converted.get();
    }

    private static Optional<Value> list(Value value) {
        return value instanceof Value.Struct struct ? struct.field("artifacts") : Optional.empty();
    }

    private static Value.Struct struct(Value.Struct parent, String name) {
        return parent.field(name).orElse(Value.Struct.EMPTY) instanceof Value.Struct struct
                ? struct
                : Value.Struct.EMPTY;
    }
}
