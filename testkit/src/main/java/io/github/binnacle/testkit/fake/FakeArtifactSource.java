package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.run.ArtifactSource;
import io.github.binnacle.model.run.RuntimeArtifact;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Contents by the URI of their artifact. */
public final class FakeArtifactSource implements ArtifactSource {
    private final Map<String, Map<String, byte[]>> contents = new ConcurrentHashMap<>();

    /** Gives an artifact the content of a plain file. */
    public FakeArtifactSource with(String uri, String text) {
        return with(uri, "", text);
    }

    /** Gives an artifact one file of a directory; the name of a plain file's part is empty. */
    public FakeArtifactSource with(String uri, String part, String text) {
        contents.computeIfAbsent(uri, _ -> new TreeMap<>())
                .put(part, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public List<Part> parts(RuntimeArtifact artifact) {
        return contents.getOrDefault(artifact.uri(), Map.of()).entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue().length))
                .toList();
    }

    @Override
    public InputStream open(RuntimeArtifact artifact, String part) throws IOException {
        byte[] content = contents.getOrDefault(artifact.uri(), Map.of()).get(part);
        if (content == null) {
            throw new FileNotFoundException(artifact.uri() + " has no part \"" + part + "\"");
        }
        return new ByteArrayInputStream(content);
    }
}
