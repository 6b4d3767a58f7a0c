/** Python environments: found, made with uv, cached, shared. */
@NullMarked
package io.github.binnacle.localengine.environment;

import org.jspecify.annotations.NullMarked;
