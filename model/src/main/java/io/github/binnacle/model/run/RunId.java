package io.github.binnacle.model.run;

/** Names a run: lower-case UUID text, the same in the ledger, in ML Metadata and on disk. */
public record RunId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
