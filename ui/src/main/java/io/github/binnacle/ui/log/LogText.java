package io.github.binnacle.ui.log;

import java.io.IOException;

/** A text that may grow, read by stretches of bytes. Calls may block. */
public interface LogText {
    /** Returns the size in bytes as it is now. */
    long size() throws IOException;

    /**
     * Reads a stretch, never half a character at its end; empty beyond the end.
     *
     * @param mostBytes bound of the stretch
     */
    Stretch read(long fromByte, int mostBytes) throws IOException;

    /**
     * @param nextByte where to read on
     */
    record Stretch(String text, long nextByte) {}
}
