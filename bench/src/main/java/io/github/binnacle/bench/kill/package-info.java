/** Kills engine hosts in the middle of runs and looks what is left. */
@NullMarked
package io.github.binnacle.bench.kill;

import org.jspecify.annotations.NullMarked;
