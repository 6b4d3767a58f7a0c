@NullMarked
package io.github.binnacle.testkit.rules.sample.model.util;

import org.jspecify.annotations.NullMarked;
