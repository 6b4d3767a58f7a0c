package io.github.binnacle.testkit.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Our own small pipelines that use every construct, as texts. */
public final class SamplePipelines {
    private SamplePipelines() {}

    /** Returns a pipeline with every construct, and a chain. */
    public static List<String> texts() {
        return List.of(everything(), ChainPipeline.yaml(3));
    }

    /** Returns a pipeline that uses every construct of KFP's format. */
    public static String everything() {
        try (InputStream stream = SamplePipelines.class.getResourceAsStream("everything.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("everything.yaml is not packaged");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
