package io.github.binnacle.ui.code;

import io.github.binnacle.model.problem.Severity;

/**
 * Something wrong at a place of a text.
 *
 * @param line from 0
 * @param column first character in the line, from 0
 * @param length characters; at least 1
 */
public record CodeMark(int line, int column, int length, Severity severity, String message) {}
