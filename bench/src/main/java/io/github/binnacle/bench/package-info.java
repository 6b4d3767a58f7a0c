/** Measures what is promised, beside the named peers in the same run, and prints the figures. */
@NullMarked
package io.github.binnacle.bench;

import org.jspecify.annotations.NullMarked;
