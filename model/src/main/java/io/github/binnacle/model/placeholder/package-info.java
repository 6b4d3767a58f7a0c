/**
 * Placeholders in commands, arguments and constants: {@code {{$.inputs.parameters['x']}}} and the
 * like.
 */
@NullMarked
package io.github.binnacle.model.placeholder;

import org.jspecify.annotations.NullMarked;
