/** Shows runs: live states, logs, artifacts, and why something failed. */
@NullMarked
package io.github.binnacle.editors.run;

import org.jspecify.annotations.NullMarked;
