package io.github.binnacle.localstore.file;

import io.github.binnacle.localstore.disk.PrivateFiles;
import io.github.binnacle.localstore.sql.StoreException;
import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** One small JSON object in a private file, replaced whole. */
final class JsonFile {
    private final Path file;

    JsonFile(Path file) {
        this.file = file;
    }

    /** Reads the object; empty if there is no file. */
    Value.Struct read() {
        try {
            return JsonReader.parse(Files.readString(file)) instanceof Value.Struct struct
                    ? struct
                    : Value.Struct.EMPTY;
        } catch (NoSuchFileException e) {
            return Value.Struct.EMPTY;
        } catch (SyntaxException e) {
            throw new StoreException("The file " + file + " is damaged. Correct or remove it.", e);
        } catch (IOException e) {
            throw new StoreException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void write(Value.Struct content) {
        try {
            PrivateFiles.replace(file, JsonText.pretty(content) + "\n");
        } catch (IOException e) {
            throw new StoreException(
                    "The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
