/** Folders of the engine's own files. */
@NullMarked
package io.github.binnacle.localengine.file;

import org.jspecify.annotations.NullMarked;
