/** Background work: one virtual thread per job, with title, progress and cancel. */
@NullMarked
package io.github.binnacle.ui.job;

import org.jspecify.annotations.NullMarked;
