/** Changes of documents: what changes, how it is undone, and how texts are changed in place. */
@NullMarked
package io.github.binnacle.model.edit;

import org.jspecify.annotations.NullMarked;
