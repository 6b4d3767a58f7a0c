package io.github.binnacle.localengine.project;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the little of INI files that kfp writes: sections of {@code key = value} lines. */
final class IniFile {
    private IniFile() {}

    static Map<String, String> section(String text, String name) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean isInside = false;
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                isInside = line.equals("[" + name + "]");
            } else if (isInside && equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return values;
    }
}
