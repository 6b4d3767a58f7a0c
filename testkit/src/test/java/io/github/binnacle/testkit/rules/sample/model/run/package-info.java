@NullMarked
package io.github.binnacle.testkit.rules.sample.model.run;

import org.jspecify.annotations.NullMarked;
