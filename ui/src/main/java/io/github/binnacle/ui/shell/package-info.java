/** The window's frame: regions, tabs, activities, commands, and what editors plug into. */
@NullMarked
package io.github.binnacle.ui.shell;

import org.jspecify.annotations.NullMarked;
