package io.github.binnacle.localengine.plan;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requirement line of kfp itself. */
final class KfpRequirement {
    private static final Pattern KFP = Pattern.compile("^kfp\\s*(\\[.*)?([=<>!~@;].*)?$");
    private static final Pattern SDK = Pattern.compile("kfp-(\\d[\\w.]*)");

    /**
     * The line that the SDK writes by itself, of a version whose executor stands where ours does.
     */
    private static final Pattern PINNED =
            Pattern.compile(
                    "kfp==2\\.([1-9]\\d?)(\\.\\S*)?" + EnvironmentSpec.WITHOUT_DEPENDENCIES);

    private static final int RUNTIME_MINOR = 17;
    private static final String RUNTIME =
            "kfp==2." + RUNTIME_MINOR + ".0" + EnvironmentSpec.WITHOUT_DEPENDENCIES;

    private KfpRequirement() {}

    /**
     * Takes our runtime in place of an older one that only the SDK asks for: it does all that the
     * older one does, and one environment serves many components. What users ask for stays.
     */
    static String lifted(String requirement) {
        Matcher pin = PINNED.matcher(requirement);
        return pin.matches() && Integer.parseInt(pin.group(1)) < RUNTIME_MINOR
                ? RUNTIME
                : requirement;
    }

    static boolean isKfp(String requirement) {
        return KFP.matcher(requirement.strip()).matches();
    }

    /**
     * Takes the kfp that compiled the document; any of version 2 if it does not say. Modules of
     * containerised components import it whole: their functions are decorated.
     */
    static String of(String sdkVersion) {
        Matcher version = SDK.matcher(sdkVersion);
        return version.matches() ? "kfp==" + version.group(1) : "kfp>=2,<3";
    }

    /** Takes only the runtime of that kfp, which needs nothing that kfp depends on. */
    static String runtimeOf(String sdkVersion) {
        return lifted(of(sdkVersion) + EnvironmentSpec.WITHOUT_DEPENDENCIES);
    }
}
