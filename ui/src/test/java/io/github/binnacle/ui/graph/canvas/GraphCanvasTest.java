package io.github.binnacle.ui.graph.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.binnacle.testkit.fx.HeadlessFx;
import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.SampleGraphs;
import io.github.binnacle.ui.graph.layout.GraphLayout;
import io.github.binnacle.ui.graph.paint.View;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.theme.Appearance;
import io.github.binnacle.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(HeadlessFx.class)
class GraphCanvasTest {
    private final List<String> opened = new ArrayList<>();
    private GraphCanvas canvas;
    private Scene scene;

    @BeforeEach
    void makeCanvas() {
        canvas = new GraphCanvas(new Jobs(Runnable::run, Runnable::run));
        canvas.viewModel().onOpenProperty().set(opened::add);
        scene = new Scene(canvas, 1600, 1000);
        canvas.resize(1600, 1000);
        canvas.layout();
    }

    @Test
    void showsTheFirstGraphWhole() {
        canvas.setModel(SampleGraphs.churn());

        View view = canvas.viewModel().view();

        assertThat(view.visible().contains(canvas.viewModel().scene().layout().bounds())).isTrue();
    }

    @Test
    void selectsTheNodeThatIsClicked() {
        canvas.setModel(SampleGraphs.churn());

        click("pick", 1, false);

        assertThat(selection()).containsExactly("pick");
    }

    @Test
    void addsToTheSelectionWithTheShortcutKey() {
        canvas.setModel(SampleGraphs.churn());
        click("pick", 1, false);

        click("load", 1, true);

        assertThat(selection()).containsExactlyInAnyOrder("pick", "load");
    }

    @Test
    void selectsWithinARubberBand() {
        canvas.setModel(SampleGraphs.chain());
        Box all = canvas.viewModel().scene().layout().bounds().grown(10);
        Spot from = canvas.viewModel().view().toScreen(all.x(), all.y());
        Spot to = canvas.viewModel().view().toScreen(all.right(), all.bottom());

        fire(MouseEvent.MOUSE_PRESSED, from, 1, false);
        fire(MouseEvent.MOUSE_DRAGGED, to, 1, false);
        fire(MouseEvent.MOUSE_RELEASED, to, 1, false);

        assertThat(selection()).containsExactlyInAnyOrder("load", "train", "evaluate");
    }

    @Test
    void opensANodeByDoubleClick() {
        canvas.setModel(SampleGraphs.chain());

        click("train", 2, false);

        assertThat(opened).containsExactly("train");
    }

    @Test
    void movesToTheNextNodeByArrowAndOpensItByEnter() {
        canvas.setModel(SampleGraphs.chain());
        click("load", 1, false);

        press(KeyCode.RIGHT);
        press(KeyCode.ENTER);

        assertThat(selection()).containsExactly("train");
        assertThat(opened).containsExactly("train");
    }

    @Test
    void keepsTheLayoutWhenOnlyStatesChange() {
        GraphModel model = SampleGraphs.chain();
        canvas.setModel(model);
        GraphLayout before = canvas.viewModel().scene().layout();

        canvas.setModel(SampleGraphs.withWarning(model, "train"));

        assertThat(canvas.viewModel().scene().layout()).isSameAs(before);
        assertThat(canvas.viewModel().scene().node("train").badge().count()).isEqualTo(2);
    }

    @Test
    void zoomsAboutThePointer() {
        canvas.setModel(SampleGraphs.churn());
        Spot before = canvas.viewModel().view().toGraph(300, 200);

        canvas.viewModel().zoom(0.7, 300, 200);

        Spot after = canvas.viewModel().view().toGraph(300, 200);
        assertThat(after.x()).isCloseTo(before.x(), within(1e-6));
        assertThat(after.y()).isCloseTo(before.y(), within(1e-6));
    }

    @Test
    void findsPortsNodesLinksAndGroupHeadersUnderThePointer() {
        canvas.setModel(SampleGraphs.churn());
        GraphLayout layout = canvas.viewModel().scene().layout();
        Spot port = layout.ports().get(GraphModel.End.out("train", "model"));
        Box loop = layout.box("loop");

        assertThat(hit(port.x(), port.y())).isInstanceOf(Hit.OnPort.class);
        assertThat(hit(port.x() + 40, port.y())).isInstanceOf(Hit.OnLink.class);
        assertThat(hit(loop.x() + 60, loop.y() + 12))
                .isInstanceOfSatisfying(
                        Hit.OnGroup.class, hit -> assertThat(hit.isHeader()).isTrue());
        assertThat(hit(layout.bounds().x() - 20, 0)).isEqualTo(new Hit.Nothing());
    }

    @Test
    void namesNodesForScreenReaders() {
        canvas.setModel(SampleGraphs.running());

        canvas.paintNow();

        assertThat(canvas.lookupAll("*"))
                .extracting(Node::getAccessibleText)
                .filteredOn(Objects::nonNull)
                .contains("Plot ROC, failed · Out of memory · 2 of 2 tries");
    }

    @Test
    void paintsTheSameAfterChangesAsAnew() {
        GraphModel model = SampleGraphs.churn();
        GraphModel changed = SampleGraphs.withWarning(model, "train");
        canvas.setModel(model);
        canvas.paintNow();
        canvas.setModel(changed);
        canvas.viewModel().select(Set.of("pick"));
        canvas.viewModel().pan(130, -77);
        canvas.paintNow();
        BufferedImage moved = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        View view = canvas.viewModel().view();

        makeCanvas();
        canvas.setModel(changed);
        canvas.viewModel().select(Set.of("pick"));
        canvas.viewModel().look(view);
        canvas.paintNow();
        BufferedImage fresh = SwingFXUtils.fromFXImage(scene.snapshot(null), null);

        assertThat(pixels(moved)).isEqualTo(pixels(fresh));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @EnumSource
    void paintsLikeThePictures(Appearance appearance) throws IOException {
        boolean isDark = appearance == Appearance.DARK;
        new Theme(isDark ? Theme.Choice.DARK : Theme.Choice.LIGHT).style(scene);
        canvas.setModel(SampleGraphs.running());
        canvas.appearanceProperty().set(appearance);
        canvas.viewModel().select(Set.of("evaluate"));

        canvas.paintNow();
        BufferedImage picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);

        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        String name = "canvas-" + appearance.name().toLowerCase() + ".png";
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
        assertThat(picture.getWidth()).isEqualTo(1600);
    }

    private Hit hit(double graphX, double graphY) {
        Spot at = canvas.viewModel().view().toScreen(graphX, graphY);
        return canvas.viewModel().hitAt(at.x(), at.y());
    }

    private Set<String> selection() {
        return canvas.viewModel().selectionProperty().get();
    }

    private void click(String id, int count, boolean isControlDown) {
        Box box = canvas.viewModel().scene().box(id);
        Spot at = canvas.viewModel().view().toScreen(box.centreX(), box.y() + 8);
        fire(MouseEvent.MOUSE_PRESSED, at, count, isControlDown);
        fire(MouseEvent.MOUSE_RELEASED, at, count, isControlDown);
    }

    private void fire(EventType<MouseEvent> type, Spot at, int count, boolean isControlDown) {
        canvas.fireEvent(
                new MouseEvent(
                        type,
                        at.x(),
                        at.y(),
                        at.x(),
                        at.y(),
                        MouseButton.PRIMARY,
                        count,
                        false,
                        isControlDown,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private void press(KeyCode code) {
        canvas.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
