/** Colours, fonts and icons of the window, and what the operating system asks of them. */
@NullMarked
package io.github.binnacle.ui.theme;

import org.jspecify.annotations.NullMarked;
