package io.github.binnacle.localengine.plan;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requirement line of kfp itself. */
final class KfpRequirement {
    private static final Pattern KFP = Pattern.compile("^kfp\\s*(\\[.*)?([=<>!~@;].*)?$");
    private static final Pattern SDK = Pattern.compile("kfp-(\\d[\\w.]*)");

    private KfpRequirement() {}

    static boolean isKfp(String requirement) {
        return KFP.matcher(requirement.strip()).matches();
    }

    /**
     * Takes the kfp that compiled the document; any of version 2 if it does not say. Its runtime
     * needs nothing that it depends on.
     */
    static String of(String sdkVersion) {
        Matcher version = SDK.matcher(sdkVersion);
        String kfp = version.matches() ? "kfp==" + version.group(1) : "kfp>=2,<3";
        return kfp + EnvironmentSpec.WITHOUT_DEPENDENCIES;
    }
}
