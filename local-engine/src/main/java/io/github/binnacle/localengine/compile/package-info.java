/** Compiles pipelines written in Python with the real KFP SDK. */
@NullMarked
package io.github.binnacle.localengine.compile;

import org.jspecify.annotations.NullMarked;
