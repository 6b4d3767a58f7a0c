package io.github.binnacle.app;

import io.github.binnacle.editors.WindowMemory;
import io.github.binnacle.localstore.disk.PrivateFiles;
import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps how the window was left in a JSON file; a file that is lost or damaged costs no more. */
final class WindowMemoryFile implements WindowMemory {
    private static final Logger LOG = LoggerFactory.getLogger(WindowMemoryFile.class);

    private final Path file;

    WindowMemoryFile(Path file) {
        this.file = file;
    }

    @Override
    public Layout load() {
        try {
            return Files.exists(file)
                            && JsonReader.parse(Files.readString(file)) instanceof Value.Struct left
                    ? layout(left)
                    : Layout.FIRST;
        } catch (IOException e) {
            LOG.warn("How the window was left cannot be read from {}", file, e);
            return Layout.FIRST;
        }
    }

    private static Layout layout(Value.Struct left) {
        return new Layout(
                text(left, "theme"),
                text(left, "folder"),
                texts(left, "files"),
                number(left, "width"),
                number(left, "height"));
    }

    @Override
    public void save(Layout layout) {
        Value.Struct left =
                Value.Struct.EMPTY
                        .with("theme", Value.of(layout.theme()))
                        .with("folder", Value.of(layout.folder()))
                        .with("files", Value.of(layout.files().stream().map(Value::of).toList()))
                        .with("width", Value.of(layout.width()))
                        .with("height", Value.of(layout.height()));
        try {
            PrivateFiles.replace(file, JsonText.pretty(left) + "\n");
        } catch (IOException e) {
            LOG.warn("How the window was left cannot be written to {}", file, e);
        }
    }

    private static String text(Value.Struct left, String field) {
        return left.fields().get(field) instanceof Value.Text(String text) ? text : "";
    }

    private static List<String> texts(Value.Struct left, String field) {
        return left.fields().get(field) instanceof Value.Items(List<Value> items)
                ? items.stream()
                        .filter(Value.Text.class::isInstance)
                        .map(item -> ((Value.Text) item).value())
                        .toList()
                : List.of();
    }

    private static double number(Value.Struct left, String field) {
        return left.fields().get(field) instanceof Value.Num number ? number.toDouble() : 0;
    }
}
