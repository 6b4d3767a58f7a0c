/** The command line, one class per command; alone it prints to the standard streams. */
@NullMarked
package io.github.binnacle.app.cli;

import org.jspecify.annotations.NullMarked;
