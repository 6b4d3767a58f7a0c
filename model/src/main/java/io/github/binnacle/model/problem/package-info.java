/** What is wrong, where, and what to do: problems, their sentences, outcomes. */
@NullMarked
package io.github.binnacle.model.problem;

import org.jspecify.annotations.NullMarked;
