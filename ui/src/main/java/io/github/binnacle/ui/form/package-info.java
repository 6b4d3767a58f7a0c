/** Forms made from descriptions of typed fields. */
@NullMarked
package io.github.binnacle.ui.form;

import org.jspecify.annotations.NullMarked;
