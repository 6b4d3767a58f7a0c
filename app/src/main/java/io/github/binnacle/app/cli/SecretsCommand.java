package io.github.binnacle.app.cli;

import io.github.binnacle.localstore.file.SecretFile;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.SecretSource.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "secrets",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Keeps the secrets and config maps that steps use on this computer.",
            "They stand in a file that only you can read.",
            ""
        })
final class SecretsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do with secrets: " + String.join(", ", spec.subcommands().keySet()));
    }

    private static Kind kind(boolean isConfigMap) {
        return isConfigMap ? Kind.CONFIG_MAP : Kind.SECRET;
    }

    @Command(
            name = "set",
            description = {
                "Sets one key of a secret. The value is asked for, or read from standard input.",
                ""
            })
    static final class Set implements Callable<Integer> {
        private final Console console;
        private final CliServices services;

        @Parameters(index = "0", paramLabel = "NAME", description = "Secret, as in the cluster.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "Key in it.")
        private String key = "";

        @Option(names = "--config-map", description = "Set a key of a config map.")
        private boolean isConfigMap;

        Set(Console console, CliServices services) {
            this.console = console;
            this.services = services;
        }

        @Override
        public Integer call() throws IOException, Refused {
            if (!key.matches("[-._a-zA-Z0-9]+")) {
                throw new Refused(
                        ExitCode.USAGE,
                        "The key \""
                                + key
                                + "\" cannot be one: Kubernetes takes letters, digits, \"-\", \"_\""
                                + " and \".\". The value is asked for, or read from standard input.");
            }
            services.home().create();
            services.secrets().put(kind(isConfigMap), name, key, value());
            console.print(
                    "The key " + key + " of " + name + " is set, in " + services.home().secrets());
            return ExitCode.OK;
        }

        private String value() throws IOException {
            java.io.Console terminal = System.console();
            if (console.isTerminal() && terminal != null) {
                char[] typed = terminal.readPassword("Value of %s in %s: ", key, name);
                return typed == null ? "" : new String(typed);
            }
            String text = new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        }
    }

    @Command(
            name = "list",
            description = {"Lists names and keys of secrets and config maps, never values.", ""})
    static final class Names implements Callable<Integer> {
        private final Console console;
        private final CliServices services;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean asJson;

        Names(Console console, CliServices services) {
            this.console = console;
            this.services = services;
        }

        @Override
        public Integer call() {
            SecretFile file = services.secrets();
            Map<String, List<String>> secrets = file.names(Kind.SECRET);
            Map<String, List<String>> configMaps = file.names(Kind.CONFIG_MAP);
            if (asJson) {
                console.print(
                        Value.Struct.EMPTY
                                .with("secrets", json(secrets))
                                .with("configMaps", json(configMaps)));
            } else if (secrets.isEmpty() && configMaps.isEmpty()) {
                console.print("None are kept. Set one with \"binnacle secrets set NAME KEY\".");
            } else {
                table(secrets, configMaps).lines().forEach(console::print);
            }
            return ExitCode.OK;
        }

        private static Value json(Map<String, List<String>> names) {
            Map<String, Value> fields = new LinkedHashMap<>();
            names.forEach((name, keys) ->
                    fields.put(name, Value.of(keys.stream().map(Value::of).toList())));
            return Value.of(fields);
        }

        private static Table table(
                Map<String, List<String>> secrets, Map<String, List<String>> configMaps) {
            Table table = new Table("KIND", "NAME", "KEYS");
            secrets.forEach((name, keys) -> table.add("secret", name, String.join(", ", keys)));
            configMaps.forEach(
                    (name, keys) -> table.add("config map", name, String.join(", ", keys)));
            return table;
        }
    }

    @Command(
            name = "remove",
            description = {"Removes a secret with all its keys.", ""})
    static final class Remove implements Callable<Integer> {
        private final Console console;
        private final CliServices services;

        @Parameters(paramLabel = "NAME", description = "Secret to remove.")
        private String name = "";

        @Option(names = "--config-map", description = "Remove a config map.")
        private boolean isConfigMap;

        Remove(Console console, CliServices services) {
            this.console = console;
            this.services = services;
        }

        @Override
        public Integer call() throws Refused {
            if (!services.secrets().remove(kind(isConfigMap), name)) {
                throw new Refused(
                        ExitCode.USAGE,
                        "There is no "
                                + (isConfigMap ? "config map" : "secret")
                                + " \""
                                + name
                                + "\". \"binnacle secrets list\" shows what there is.");
            }
            console.print(name + " is removed.");
            return ExitCode.OK;
        }
    }
}
