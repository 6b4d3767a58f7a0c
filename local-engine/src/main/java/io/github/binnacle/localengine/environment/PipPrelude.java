package io.github.binnacle.localengine.environment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What the shell script at the head of a Python component's command would install with pip, before
 * every task. Here it goes into a shared environment instead.
 *
 * <p>KFP writes the script as in {@code component_factory.py}; scripts of others are read as far as
 * they call pip in the same manner.
 *
 * @param requirements in order, marked where {@code --no-deps} stood; see {@link EnvironmentSpec}
 * @param indexUrls package indexes, the first in place of the usual one
 */
public record PipPrelude(List<String> requirements, List<String> indexUrls) {
    private static final Set<String> INDEX_OPTIONS =
            Set.of("--index-url", "-i", "--pypi-url", "--extra-index-url");
    private static final Set<String> OPTIONS_WITH_VALUE =
            Set.of(
                    "--trusted-host",
                    "--find-links",
                    "-f",
                    "--requirement",
                    "-r",
                    "--constraint",
                    "-c",
                    "--target",
                    "-t",
                    "--prefix",
                    "--root",
                    "--cert",
                    "--client-cert",
                    "--proxy",
                    "--timeout",
                    "--retries",
                    "--cache-dir",
                    "--progress-bar",
                    "--platform",
                    "--python-version",
                    "--only-binary",
                    "--no-binary",
                    "--upgrade-strategy",
                    "--root-user-action");

    public PipPrelude {
        requirements = List.copyOf(requirements);
        indexUrls = List.copyOf(indexUrls);
    }

    /** Reads the command of a Python component. */
    public static PipPrelude of(List<String> command) {
        List<String> requirements = new ArrayList<>();
        List<String> indexUrls = new ArrayList<>();
        for (String part : command) {
            if (KfpExecutor.isIn(part)) {
                break;
            }
            for (List<String> words : ShellWords.commands(part)) {
                installed(words, requirements, indexUrls);
            }
        }
        return new PipPrelude(
                requirements.stream().distinct().toList(), indexUrls.stream().distinct().toList());
    }

    private static void installed(
            List<String> words, List<String> requirements, List<String> indexUrls) {
        int install = words.indexOf("install");
        if (install < 1 || !isPip(words.get(install - 1))) {
            return;
        }
        List<String> arguments = words.subList(install + 1, words.size());
        String mark =
                arguments.contains(EnvironmentSpec.WITHOUT_DEPENDENCIES.strip())
                        ? EnvironmentSpec.WITHOUT_DEPENDENCIES
                        : "";
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            String option = word.split("=", 2)[0];
            boolean isJoined = option.length() < word.length();
            if (!word.startsWith("-")) {
                requirements.add(word + mark);
            } else if (INDEX_OPTIONS.contains(option)) {
                indexUrls.addAll(
                        isJoined
                                ? List.of(word.substring(option.length() + 1))
                                : valueAt(arguments, ++i));
            } else if (OPTIONS_WITH_VALUE.contains(option) && !isJoined) {
                i++;
            }
        }
    }

    private static List<String> valueAt(List<String> words, int index) {
        return index < words.size() ? List.of(words.get(index)) : Collections.emptyList();
    }

    private static boolean isPip(String word) {
        String name = word.substring(word.lastIndexOf('/') + 1);
        return name.equals("pip") || name.matches("pip3(\\.\\d+)?");
    }
}
