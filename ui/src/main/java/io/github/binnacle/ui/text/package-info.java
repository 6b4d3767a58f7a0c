/** Texts of the window in one bundle per feature, and the one formatter of figures. */
@NullMarked
package io.github.binnacle.ui.text;

import org.jspecify.annotations.NullMarked;
