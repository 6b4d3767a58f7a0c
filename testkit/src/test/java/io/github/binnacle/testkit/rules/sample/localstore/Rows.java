package io.github.binnacle.testkit.rules.sample.localstore;

import javafx.beans.property.SimpleIntegerProperty;

/** Breaks: JavaFX in the store; a package that is not null-marked. */
final class Rows {
    final SimpleIntegerProperty count = new SimpleIntegerProperty();
}
