package io.github.binnacle.localengine.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Arguments of kfp's executor, taken apart.
 *
 * @param function empty if none is named
 * @param extra arguments that are not the executor's own
 */
record ExecutorArguments(String function, List<String> extra) {

    ExecutorArguments {
        extra = List.copyOf(extra);
    }

    static ExecutorArguments of(List<String> args) {
        String function = "";
        List<String> extra = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--function_to_execute" -> function = next(args, ++i);
                case "--executor_input", "--component_module_path" -> i++;
                default -> extra.add(args.get(i));
            }
        }
        return new ExecutorArguments(function, extra);
    }

    private static String next(List<String> args, int index) {
        return index < args.size() ? args.get(index) : "";
    }
}
