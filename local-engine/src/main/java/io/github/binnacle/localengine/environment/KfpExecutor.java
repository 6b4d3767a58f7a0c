package io.github.binnacle.localengine.environment;

import java.util.regex.Pattern;

/** KFP's program that runs a Python component; it stood elsewhere before version 2.1. */
public final class KfpExecutor {
    private static final Pattern MODULE =
            Pattern.compile("\\bkfp\\.(dsl|components)\\.executor_main\\b");

    private KfpExecutor() {}

    /** Says whether a part of a command starts it. */
    public static boolean isIn(String part) {
        return MODULE.matcher(part).find();
    }
}
