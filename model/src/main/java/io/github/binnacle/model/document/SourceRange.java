package io.github.binnacle.model.document;

/**
 * Marks a stretch of a text.
 *
 * @param line first line, from 1
 * @param column first column in code points, from 1
 * @param start first character (UTF-16), from 0
 * @param end character after the last
 */
public record SourceRange(int line, int column, int start, int end) {}
