/** Starts and ends every child process, through one supervisor process. */
@NullMarked
package io.github.binnacle.localengine.supervisor;

import org.jspecify.annotations.NullMarked;
