/**
 * Widgets that know the model but no feature: status glyphs, graphs of pipelines, parameter forms.
 */
@NullMarked
package io.github.binnacle.editors.parts;

import org.jspecify.annotations.NullMarked;
