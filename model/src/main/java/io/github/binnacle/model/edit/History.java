package io.github.binnacle.model.edit;

import org.jspecify.annotations.Nullable;

/**
 * A document with what was done to it. Undo goes back to the earlier document itself, so it cannot
 * be wrong.
 *
 * @param <D> an immutable document
 * @param done the last edit that was made, with those before it; null if there is none
 * @param undone the last edit that was undone, with those undone before it; null if there is none
 */
public record History<D>(D current, @Nullable Step<D> done, @Nullable Step<D> undone) {

    /** An edit between two documents, and the step that comes next in its direction. */
    public record Step<D>(D before, Edit<D> edit, D after, @Nullable Step<D> next) {}

    /** Begins with a document to which nothing was done. */
    public static <D> History<D> of(D document) {
        return new History<>(document, null, null);
    }

    /**
     * Makes an edit; what was undone before can no longer be redone.
     *
     * @throws IllegalArgumentException if the edit cannot be made
     */
    public History<D> apply(Edit<D> edit) {
        D after = edit.applyTo(current);
        boolean joins = done != null && undone == null && edit.continues(done.edit());
        Step<D> step =
                done != null && joins
                        ? new Step<>(done.before(), edit, after, done.next())
                        : new Step<>(current, edit, after, done);
        return new History<>(after, step, null);
    }

    public boolean canUndo() {
        return done != null;
    }

    public boolean canRedo() {
        return undone != null;
    }

    /** Returns to the document before the last edit, or to this one if there is none. */
    public History<D> undo() {
        if (done == null) {
            return this;
        }
        Step<D> redo = new Step<>(done.before(), done.edit(), done.after(), undone);
        return new History<>(done.before(), done.next(), redo);
    }

    /** Makes the edit again that was undone last, if there is one. */
    public History<D> redo() {
        if (undone == null) {
            return this;
        }
        Step<D> step = new Step<>(undone.before(), undone.edit(), undone.after(), done);
        return new History<>(undone.after(), step, undone.next());
    }
}
