/** Source text with positions: the tree that a reader of YAML or JSON sees. */
@NullMarked
package io.github.binnacle.model.document;

import org.jspecify.annotations.NullMarked;
