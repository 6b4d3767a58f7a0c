package io.github.binnacle.model.run;

import java.io.IOException;

/** Reads what an attempt printed, while it prints and long after. */
public interface LogSource {
    /**
     * Reads a stretch of a log, UTF-8 with what is malformed replaced.
     *
     * @param fromByte offset from 0; beyond the end gives an empty stretch
     * @param mostBytes bound of the stretch; fewer are given at the end, never half a character
     */
    Stretch read(RunId run, TaskPath task, int attempt, long fromByte, int mostBytes)
            throws IOException;

    /** Returns the size in bytes as it is now; 0 if nothing was printed yet. */
    long size(RunId run, TaskPath task, int attempt) throws IOException;

    /**
     * @param nextByte where to read on
     */
    record Stretch(String text, long nextByte) {}
}
