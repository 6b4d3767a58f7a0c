package io.github.binnacle.model.pipeline;

/**
 * Type of an artifact (KFP v2 IR, ArtifactTypeSchema).
 *
 * @param schemaTitle such as {@code system.Dataset}; empty when another kind is given
 * @param schemaUri deprecated twin; empty unless the file uses it
 * @param instanceSchema a schema spelled out; empty unless the file uses it
 */
public record ArtifactTypeSchema(
        String schemaTitle, String schemaUri, String instanceSchema, String schemaVersion) {
    /** The generic artifact, which fits every input. */
    public static final ArtifactTypeSchema ARTIFACT =
            new ArtifactTypeSchema("system.Artifact", "", "", "0.0.1");

    /** Returns the title, or what stands for it when the type is given in another way. */
    public String title() {
        if (!schemaTitle.isEmpty()) {
            return schemaTitle;
        }
        return schemaUri.isEmpty() ? ARTIFACT.schemaTitle : schemaUri;
    }
}
