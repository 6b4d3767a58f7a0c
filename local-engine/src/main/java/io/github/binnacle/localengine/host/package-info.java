/** The engine host, one per BINNACLE_HOME, and its clients. */
@NullMarked
package io.github.binnacle.localengine.host;

import org.jspecify.annotations.NullMarked;
