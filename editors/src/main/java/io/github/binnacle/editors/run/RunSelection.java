package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.IterationChoice;
import io.github.binnacle.editors.parts.RunSteps;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.editors.parts.TypeLook;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.ui.theme.Token;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at in a run: a place of the pipeline, one task there, one attempt of it.
 *
 * <p>As long as the user has chosen nothing, it follows what is going on.
 */
public final class RunSelection {
    private final ReadOnlyObjectWrapper<List<String>> place =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<IterationChoice> choice =
            new ReadOnlyObjectWrapper<>(IterationChoice.ALL);
    private final ReadOnlyObjectWrapper<@Nullable TaskSnapshot> task =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Attempt> attempt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TaskLog> log = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final LogSource logs;
    private Optional<TaskPath> exact = Optional.empty();
    private int attemptNumber;
    private @Nullable RunSteps steps;

    RunSelection(LogSource logs) {
        this.logs = logs;
        following.addListener(_ -> refresh());
    }

    /** Task names of the selected place; empty for the pipeline itself. */
    public ReadOnlyObjectProperty<List<String>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<IterationChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** The task described; null if none has been reached at the place. */
    public ReadOnlyObjectProperty<@Nullable TaskSnapshot> taskProperty() {
        return task.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Attempt> attemptProperty() {
        return attempt.getReadOnlyProperty();
    }

    /** What the attempt prints; null if there is no attempt. Changes only for another attempt. */
    public ReadOnlyObjectProperty<@Nullable TaskLog> logProperty() {
        return log.getReadOnlyProperty();
    }

    /** Whether the selection goes to whatever is running. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** Selects a place of the pipeline; any task there will do. */
    public void selectPlace(List<String> selected) {
        if (!selected.equals(place.get())) {
            following.set(false);
            exact = Optional.empty();
            attemptNumber = 0;
            place.set(List.copyOf(selected));
            refresh();
        }
    }

    /** Selects one task, in whatever iteration it is. */
    public void selectTask(TaskPath selected) {
        following.set(false);
        focus(selected);
        refresh();
    }

    private void focus(TaskPath selected) {
        if (!exact.equals(Optional.of(selected))) {
            exact = Optional.of(selected);
            attemptNumber = 0;
            place.set(selected.taskNames());
        }
    }

    /** Looks at one iteration of a loop; -1 at all together. */
    public void chooseIteration(List<String> loop, int iteration) {
        following.set(false);
        exact = Optional.empty();
        attemptNumber = 0;
        choice.set(choice.get().with(loop, iteration));
        refresh();
    }

    /**
     * @param number of the attempt, from 1; 0 for the latest
     */
    public void chooseAttempt(int number) {
        attemptNumber = number;
        refresh();
    }

    void update(RunSteps now) {
        steps = now;
        refresh();
    }

    private void refresh() {
        RunSteps now = steps;
        if (now == null) {
            return;
        }
        if (following.get()) {
            active(now).ifPresent(found -> focus(found.path()));
        }
        TaskSnapshot found = exact.flatMap(now::task).or(() -> mostUrgent(now)).orElse(null);
        task.set(found);
        Attempt chosen = found == null ? null : attempt(found);
        attempt.set(chosen);
        showLog(now, found, chosen);
    }

    private Optional<TaskSnapshot> mostUrgent(RunSteps now) {
        return now.at(place.get(), choice.get()).stream()
                .min(Comparator.comparingInt(found -> StepLook.of(found.state()).urgency()));
    }

    /** Finds what failed first, else what is running, in the end what is worth a look. */
    private static Optional<TaskSnapshot> active(RunSteps now) {
        List<TaskSnapshot> begun =
                now.leaves().stream().filter(found -> found.startedAt() != null).toList();
        Optional<TaskSnapshot> failed =
                begun.stream()
                        .filter(found -> StepLook.of(found.state()) == StepLook.FAILED)
                        .findFirst();
        if (failed.isPresent()) {
            return failed;
        }
        Comparator<TaskSnapshot> byStart =
                Comparator.comparing(
                        TaskSnapshot::startedAt, Comparator.nullsFirst(Comparator.naturalOrder()));
        if (now.snapshot().run().state().isFinished()) {
            return last(begun, RunSelection::hasMetrics, byStart)
                    .or(() -> last(begun, RunSelection::hasArtifacts, byStart))
                    .or(() -> last(begun, _ -> true, byStart));
        }
        return begun.stream()
                .filter(found -> !found.state().isFinished())
                .min(byStart)
                .or(() -> last(begun, _ -> true, byStart));
    }

    private static Optional<TaskSnapshot> last(
            List<TaskSnapshot> tasks,
            Predicate<TaskSnapshot> wanted,
            Comparator<TaskSnapshot> order) {
        return tasks.stream().filter(wanted).max(order);
    }

    private static boolean hasArtifacts(TaskSnapshot task) {
        return !task.outputs().artifacts().isEmpty();
    }

    private static boolean hasMetrics(TaskSnapshot task) {
        return task.outputs().artifacts().values().stream()
                .flatMap(List::stream)
                .anyMatch(artifact -> TypeLook.token(artifact.type()) == Token.TYPE_METRICS);
    }

    private @Nullable Attempt attempt(TaskSnapshot found) {
        List<Attempt> attempts = found.attempts();
        if (attempts.isEmpty()) {
            return null;
        }
        return attempts.stream()
                .filter(tried -> tried.number() == attemptNumber)
                .findFirst()
                .orElse(attempts.getLast());
    }

    private void showLog(RunSteps now, @Nullable TaskSnapshot found, @Nullable Attempt chosen) {
        log.set(
                found == null || chosen == null
                        ? null
                        : new TaskLog(
                                logs, now.snapshot().run().id(), found.path(), chosen.number()));
    }
}
