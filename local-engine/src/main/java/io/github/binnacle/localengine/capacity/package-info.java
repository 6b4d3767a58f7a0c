/** What this computer has for tasks, and who holds how much of it. */
@NullMarked
package io.github.binnacle.localengine.capacity;

import org.jspecify.annotations.NullMarked;
