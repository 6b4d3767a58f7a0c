package io.github.binnacle.model.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates trigger conditions and parameter selectors as KFP's driver does.
 *
 * <p>Expressions are parsed but not type-checked: numbers are doubles, as in protobuf's Value, and
 * are compared with integer literals. Safe for use from any thread; compiled expressions are kept.
 */
public final class CelExpressions {
    private static final Pattern INPUT =
            Pattern.compile(
                    "inputs\\.parameter(?:_values|s)\\['([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'\\]");

    private static final Pattern COMPLAINT = Pattern.compile("^ERROR: <input>:\\d+:(\\d+): (.*)");

    private static final Map<String, CelRuntime.Program> COMPILED = new ConcurrentHashMap<>();

    private CelExpressions() {}

    /** Holds the CEL library's objects, made at first use because they are slow to make. */
    private static final class Engine {
        static final CelCompiler COMPILER =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addFunctionDeclarations(
                                CelFunctionDecl.newFunctionDeclaration(
                                        "parseJson",
                                        CelOverloadDecl.newGlobalOverload(
                                                "parse_json_string",
                                                SimpleType.DYN,
                                                SimpleType.STRING)))
                        .build();
        static final CelRuntime RUNTIME =
                CelRuntimeFactory.plannerRuntimeBuilder()
                        .addFunctionBindings(
                                CelFunctionBinding.fromOverloads(
                                        "parseJson",
                                        CelFunctionBinding.from(
                                                "parse_json_string",
                                                String.class,
                                                CelExpressions::parseJson)))
                        .build();
    }

    /**
     * Evaluates a trigger condition over a task's own inputs.
     *
     * @throws CelException if it cannot be parsed or evaluated, or is not true or false
     */
    public static boolean test(String condition, TaskValues inputs) throws CelException {
        Object result =
                evaluate(condition, Map.of("inputs", inputsOf(inputs), "outputs", Map.of()));
        if (result instanceof Boolean answer) {
            return answer;
        }
        throw new CelException(
                "The condition \"" + condition + "\" gives " + result + ", not true or false.",
                null);
    }

    /**
     * Applies a parameter selector, such as {@code parseJson(string_value)["a"]}.
     *
     * @throws CelException if it cannot be parsed or evaluated
     */
    public static Value select(String selector, Value value) throws CelException {
        return CelValues.fromCel(evaluate(selector, selectorVariables(value)));
    }

    /** Says why an expression cannot be read, if it cannot. */
    public static Optional<String> syntaxError(String expression) {
        try {
            program(expression);
            return Optional.empty();
        } catch (CelException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the input parameters that a condition names, with their values. */
    public static Map<String, Value> valuesIn(String condition, TaskValues inputs) {
        Map<String, Value> named = new LinkedHashMap<>();
        for (String name : inputsNamedIn(condition)) {
            Value value = inputs.parameters().get(name);
            named.put(name, value == null ? Value.NULL : value);
        }
        return named;
    }

    /** Returns the names of the input parameters that a condition names. */
    public static List<String> inputsNamedIn(String condition) {
        Matcher matcher = INPUT.matcher(condition);
        return matcher.results().map(result -> result.group(1)).distinct().toList();
    }

    private static Object evaluate(String expression, Map<String, ?> variables)
            throws CelException {
        try {
            return program(expression).eval(variables);
        } catch (CelEvaluationException e) {
            throw new CelException("\"" + expression + "\" cannot be evaluated: " + reason(e), e);
        } catch (StackOverflowError e) {
            throw new CelException("The expression is too deeply nested to be evaluated.", e);
        }
    }

    private static CelRuntime.Program program(String expression) throws CelException {
        CelRuntime.Program known = COMPILED.get(expression);
        if (known != null) {
            return known;
        }
        try {
            CelAbstractSyntaxTree tree = Engine.COMPILER.parse(expression).getAst();
            CelRuntime.Program program = Engine.RUNTIME.createProgram(tree);
            COMPILED.put(expression, program);
            return program;
        } catch (CelValidationException | CelEvaluationException e) {
            throw new CelException("\"" + expression + "\" is no CEL expression: " + reason(e), e);
        } catch (StackOverflowError e) {
            throw new CelException("The expression is too deeply nested to be read.", e);
        }
    }

    /** The library's first complaint in a line, without its drawing of the place. */
    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        Matcher complaint = COMPLAINT.matcher(message);
        return complaint.find()
                ? complaint.group(2) + " (at character " + complaint.group(1) + ")"
                : message;
    }

    private static Object parseJson(String text) {
        try {
            return CelValues.toCel(JsonReader.parse(text));
        } catch (SyntaxException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    private static Map<String, Object> inputsOf(TaskValues inputs) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        inputs.parameters().forEach((name, value) -> parameters.put(name, CelValues.toCel(value)));
        Map<String, Object> artifacts = new LinkedHashMap<>();
        inputs.artifacts()
                .forEach((name, list) ->
                        artifacts.put(
                                name,
                                Map.of("artifacts", list.stream().map(CelValues::toCel).toList())));
        return Map.of(
                "parameter_values", parameters, "parameters", parameters, "artifacts", artifacts);
    }

    /**
     * The fields of a google.protobuf.Value; {@code string_value} is always there, as the JSON
     * text.
     */
    private static Map<String, Object> selectorVariables(Value value) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("string_value", JsonText.compact(value));
        Object cel = CelValues.toCel(value);
        switch (value) {
            case Value.Text _ -> variables.put("string_value", cel);
            case Value.Num _ -> variables.put("number_value", cel);
            case Value.Bool _ -> variables.put("bool_value", cel);
            case Value.Items _ -> variables.put("list_value", cel);
            case Value.Struct _ -> variables.put("struct_value", cel);
            case Value.Null _ -> {}
        }
        return variables;
    }
}
