/** Current values with subscriptions; the only event mechanism outside widgets. */
@NullMarked
package io.github.binnacle.model.live;

import org.jspecify.annotations.NullMarked;
