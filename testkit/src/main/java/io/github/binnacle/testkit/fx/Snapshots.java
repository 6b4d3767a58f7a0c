package io.github.binnacle.testkit.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes pictures of nodes. All methods but {@link #save} belong on the JavaFX thread. */
public final class Snapshots {
    private Snapshots() {}

    /** Lays a node out in a scene of its own and takes its picture. */
    public static WritableImage of(Parent node, double width, double height) {
        return of(new Scene(node, width, height));
    }

    /** Takes the picture of a scene, styled and laid out. */
    public static WritableImage of(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.snapshot(null);
    }

    /** Writes a picture as PNG, making the folder if it is not there. */
    public static void save(WritableImage image, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }
}
