package io.github.binnacle.localstore.file;

import io.github.binnacle.model.value.Value;
import java.nio.file.Path;

/** Settings of the user and how the window was left, by name, in a private JSON file. */
public final class SettingsFile {
    private final JsonFile file;

    public SettingsFile(Path file) {
        this.file = new JsonFile(file);
    }

    /** Returns the settings under a name; empty if there are none. */
    public Value.Struct find(String name) {
        return file.read().fields().get(name) instanceof Value.Struct struct
                ? struct
                : Value.Struct.EMPTY;
    }

    /** Replaces the settings under a name and keeps all others. */
    public synchronized void put(String name, Value.Struct settings) {
        file.write(file.read().with(name, settings));
    }
}
