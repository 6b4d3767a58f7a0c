/** Runs: requests, snapshots, states, and the ports that carry them. */
@NullMarked
package io.github.binnacle.model.run;

import org.jspecify.annotations.NullMarked;
