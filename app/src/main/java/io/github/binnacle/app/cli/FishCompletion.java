package io.github.binnacle.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes the completion script for fish, which picocli does not. */
final class FishCompletion {
    private static final String SEEN = "__fish_seen_subcommand_from ";

    private final StringBuilder script = new StringBuilder();

    private FishCompletion() {}

    static String of(CommandLine root) {
        FishCompletion completion = new FishCompletion();
        completion.addCommands(root, "__fish_use_subcommand");
        completion.addOptions(root.getCommandSpec(), "__fish_use_subcommand");
        return completion.script.toString();
    }

    private void addCommands(CommandLine parent, String condition) {
        for (Map.Entry<String, CommandLine> child : parent.getSubcommands().entrySet()) {
            CommandSpec spec = child.getValue().getCommandSpec();
            if (!spec.usageMessage().hidden()) {
                add(condition, "-f -a " + child.getKey(), description(spec));
                addInside(child.getKey(), child.getValue());
            }
        }
    }

    private void addInside(String name, CommandLine command) {
        String inside = SEEN + name;
        String children = String.join(" ", command.getSubcommands().keySet());
        if (!children.isEmpty()) {
            addCommands(command, inside + "; and not " + SEEN + children);
        }
        addOptions(command.getCommandSpec(), inside);
    }

    private void addOptions(CommandSpec spec, String condition) {
        for (OptionSpec option : spec.options()) {
            StringBuilder names = new StringBuilder();
            for (String name : option.names()) {
                names.append(name.startsWith("--") ? " -l " : " -s ");
                names.append(name.replaceFirst("^-+", ""));
            }
            String value = option.typeInfo().isBoolean() ? "" : " -r";
            String[] description = option.description();
            add(
                    condition,
                    names.substring(1) + value,
                    description.length == 0 ? "" : description[0]);
        }
    }

    private void add(String condition, String what, String description) {
        script.append("complete -c binnacle -n ").append(quoted(condition)).append(' ');
        script.append(what);
        if (!description.isEmpty()) {
            script.append(" -d ").append("'" + description.replace("'", "\\'") + "'");
        }
        script.append('\n');
    }

    private static String quoted(String condition) {
        return condition.contains(" ") ? "'" + condition + "'" : condition;
    }

    private static String description(CommandSpec spec) {
        String[] lines = spec.usageMessage().description();
        return lines.length == 0 ? "" : lines[0];
    }
}
