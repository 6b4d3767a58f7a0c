/** Runs pipelines: resolves inputs, schedules tasks, records what happened. */
@NullMarked
package io.github.binnacle.localengine.run;

import org.jspecify.annotations.NullMarked;
