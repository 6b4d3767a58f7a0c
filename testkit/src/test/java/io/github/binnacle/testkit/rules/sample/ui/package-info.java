@NullMarked
package io.github.binnacle.testkit.rules.sample.ui;

import org.jspecify.annotations.NullMarked;
