/** What the engine host and its clients say to each other, as JSON lines. */
@NullMarked
package io.github.binnacle.localengine.wire;

import org.jspecify.annotations.NullMarked;
