package io.github.binnacle.localengine.supervisor;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names the few variables that processes of ours get from the user's environment.
 *
 * <p>Everything else stays out, tokens and the address of a cluster above all.
 */
public final class ChildEnvironment {
    private static final Set<String> TAKEN =
            Set.of(
                    "PATH",
                    "HOME",
                    "USER",
                    "LOGNAME",
                    "SHELL",
                    "LANG",
                    "LANGUAGE",
                    "TZ",
                    "TMPDIR",
                    "TMP",
                    "TEMP",
                    "LD_LIBRARY_PATH",
                    "CUDA_VISIBLE_DEVICES",
                    "SSL_CERT_FILE",
                    "SSL_CERT_DIR",
                    "REQUESTS_CA_BUNDLE",
                    "CURL_CA_BUNDLE",
                    "HTTP_PROXY",
                    "HTTPS_PROXY",
                    "ALL_PROXY",
                    "NO_PROXY");
    private static final Set<String> TAKEN_ON_WINDOWS =
            Set.of(
                    "SYSTEMROOT",
                    "SYSTEMDRIVE",
                    "WINDIR",
                    "COMSPEC",
                    "PATHEXT",
                    "USERNAME",
                    "USERPROFILE",
                    "HOMEDRIVE",
                    "HOMEPATH",
                    "APPDATA",
                    "LOCALAPPDATA",
                    "PROGRAMDATA",
                    "PROGRAMFILES",
                    "NUMBER_OF_PROCESSORS",
                    "PROCESSOR_ARCHITECTURE");

    private ChildEnvironment() {}

    /** Returns the variables to pass on, of the environment of this process. */
    public static Map<String, String> ofUser() {
        return of(System.getenv());
    }

    /** Returns the variables to pass on. */
    public static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> taken = new TreeMap<>(environment);
        taken.keySet().removeIf(name -> !isTaken(name.toUpperCase(Locale.ROOT)));
        return taken;
    }

    private static boolean isTaken(String name) {
        return TAKEN.contains(name) || TAKEN_ON_WINDOWS.contains(name) || name.startsWith("LC_");
    }
}
