package io.github.binnacle.editors.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.editors.parts.ArtifactPreview.Binary;
import io.github.binnacle.editors.parts.ArtifactPreview.Directory;
import io.github.binnacle.editors.parts.ArtifactPreview.Table;
import io.github.binnacle.editors.parts.ArtifactPreview.Text;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.testkit.fake.FakeArtifactSource;
import io.github.binnacle.testkit.fake.SampleRuns;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArtifactPreviewTest {
    private final FakeArtifactSource source = new FakeArtifactSource();

    private ArtifactPreview preview(String uri, String content) throws IOException {
        return ArtifactPreview.of(source.with(uri, content), SampleRuns.dataset(uri));
    }

    @Test
    void showsCommaSeparatedTextAsTable() throws IOException {
        assertThat(preview("data", "a,b\n1,\"x,y\"\n2,z\n")).isInstanceOf(Text.class);
        assertThat(preview("data.csv", "a,b\n1,\"x,y\"\n2\n"))
                .isEqualTo(
                        new Table(
                                List.of(List.of("a", "b"), List.of("1", "x,y"), List.of("2", "")),
                                true));
    }

    @Test
    void guessesATableFromEvenLines() throws IOException {
        assertThat(preview("data", "a,b\n1,2\n3,4\n")).isInstanceOf(Table.class);
        assertThat(preview("data2", "Hello, you,\nand me, too,\nfine, then,\n"))
                .isInstanceOf(Text.class);
    }

    @Test
    void showsJsonInLines() throws IOException {
        assertThat(preview("m", "{\"a\": 1}")).isEqualTo(new Text("{\n  \"a\": 1\n}", true));
    }

    @Test
    void saysThatItIsNoText() throws IOException {
        assertThat(preview("m", "PK\u0000\u0001")).isEqualTo(new Binary(4));
    }

    @Test
    void listsTheFilesOfADirectory() throws IOException {
        source.with("dir", "a.txt", "1").with("dir", "b/c.txt", "22");
        RuntimeArtifact artifact = SampleRuns.dataset("dir");

        ArtifactPreview preview = ArtifactPreview.of(source, artifact);

        assertThat(preview).isInstanceOf(Directory.class);
        assertThat(((Directory) preview).parts()).hasSize(2);
    }

    @Test
    void saysThatNothingIsHere() throws IOException {
        assertThat(ArtifactPreview.of(source, SampleRuns.dataset("gone")))
                .isEqualTo(new ArtifactPreview.Absent());
    }
}
