/** JSON-like values as KFP carries them: parameters, constants, metadata. */
@NullMarked
package io.github.binnacle.model.value;

import org.jspecify.annotations.NullMarked;
