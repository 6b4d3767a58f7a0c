"""Tells penguins apart: load, split, train, evaluate. The steps use the standard library only."""

from typing import NamedTuple

from kfp import dsl
from kfp.dsl import HTML, ClassificationMetrics, Dataset, Input, Markdown, Metrics, Model, Output

IMAGE = "python:3.11"


@dsl.component(base_image=IMAGE, embedded_artifact_path="data/penguins.csv")
def load(source: dsl.EmbeddedInput[Dataset], table: Output[Dataset]) -> int:
    """Keeps the rows of the embedded table in which nothing is missing."""
    import csv

    measures = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    with open(source.path, newline="") as file:
        rows = [row for row in csv.DictReader(file) if "NA" not in (row[m] for m in measures)]
    with open(table.path, "w", newline="") as file:
        writer = csv.DictWriter(file, ["species", *measures], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    table.metadata["rows"] = len(rows)
    print(f"{len(rows)} penguins with all of {', '.join(measures)}")
    return len(rows)


@dsl.component(base_image=IMAGE)
def split(
    table: Input[Dataset],
    test_share: float,
    seed: int,
    training: Output[Dataset],
    testing: Output[Dataset],
):
    """Deals the rows into two tables."""
    import random

    with open(table.path) as file:
        head, *rows = file.read().splitlines()
    random.Random(seed).shuffle(rows)
    cut = round(len(rows) * test_share)
    for part, chosen in ((testing, rows[:cut]), (training, rows[cut:])):
        with open(part.path, "w") as file:
            file.write("\n".join([head, *chosen]) + "\n")
        part.metadata["rows"] = len(chosen)
        print(f"{part.name}: {len(chosen)} rows")


@dsl.component(base_image=IMAGE)
def train(
    training: Input[Dataset],
    learning_rate: float,
    epochs: int,
    model: Output[Model],
) -> float:
    """Fits a softmax regression by gradient descent and returns its last loss."""
    import csv
    import json
    import math

    with open(training.path, newline="") as file:
        rows = list(csv.DictReader(file))
    measures = [name for name in rows[0] if name != "species"]
    species = sorted({row["species"] for row in rows})
    columns = [[float(row[name]) for row in rows] for name in measures]
    means = [sum(column) / len(column) for column in columns]
    scales = [
        math.sqrt(sum((x - mean) ** 2 for x in column) / len(column))
        for column, mean in zip(columns, means)
    ]
    points = [
        [1.0] + [(float(row[n]) - m) / s for n, m, s in zip(measures, means, scales)]
        for row in rows
    ]
    targets = [species.index(row["species"]) for row in rows]
    weights = [[0.0] * len(points[0]) for _ in species]

    loss = 0.0
    for epoch in range(1, epochs + 1):
        loss = 0.0
        slopes = [[0.0] * len(points[0]) for _ in species]
        for point, target in zip(points, targets):
            scores = [sum(w * x for w, x in zip(row, point)) for row in weights]
            top = max(scores)
            powers = [math.exp(score - top) for score in scores]
            total = sum(powers)
            loss -= math.log(powers[target] / total) / len(points)
            for kind, power in enumerate(powers):
                error = power / total - (kind == target)
                for place, x in enumerate(point):
                    slopes[kind][place] += error * x / len(points)
        for row, slope in zip(weights, slopes):
            for place, value in enumerate(slope):
                row[place] -= learning_rate * value
        if epoch % max(1, epochs // 10) == 0:
            print(f"epoch {epoch}: loss {loss:.4f}", flush=True)

    with open(model.path, "w") as file:
        json.dump(
            {
                "species": species,
                "measures": measures,
                "means": means,
                "scales": scales,
                "weights": weights,
            },
            file,
            indent=2,
        )
    model.metadata["framework"] = "none: softmax regression in plain Python"
    model.metadata["loss"] = loss
    return loss


@dsl.component(base_image=IMAGE)
def evaluate(
    model: Input[Model],
    testing: Input[Dataset],
    metrics: Output[Metrics],
    confusion: Output[ClassificationMetrics],
    report: Output[HTML],
) -> float:
    """Counts how often the model is right on the test table."""
    import csv
    import json

    with open(model.path) as file:
        fitted = json.load(file)
    with open(testing.path, newline="") as file:
        rows = list(csv.DictReader(file))
    species = fitted["species"]
    counts = [[0] * len(species) for _ in species]
    for row in rows:
        point = [1.0] + [
            (float(row[name]) - mean) / scale
            for name, mean, scale in zip(fitted["measures"], fitted["means"], fitted["scales"])
        ]
        scores = [sum(w * x for w, x in zip(each, point)) for each in fitted["weights"]]
        counts[species.index(row["species"])][scores.index(max(scores))] += 1

    right = sum(counts[kind][kind] for kind in range(len(species)))
    accuracy = right / len(rows)
    metrics.log_metric("accuracy", accuracy)
    metrics.log_metric("tested", len(rows))
    confusion.log_confusion_matrix(species, counts)
    cells = "".join(
        "<tr><th>" + name + "</th>" + "".join(f"<td>{n}</td>" for n in line) + "</tr>"
        for name, line in zip(species, counts)
    )
    heads = "".join(f"<th>{name}</th>" for name in species)
    with open(report.path, "w") as file:
        file.write(
            f"<h1>Accuracy {accuracy:.1%}</h1><p>{right} of {len(rows)} penguins were named"
            f" right. Rows: what they are; columns: what the model says.</p>"
            f"<table><tr><th></th>{heads}</tr>{cells}</table>"
        )
    print(f"accuracy {accuracy:.3f}")
    return accuracy


@dsl.component(base_image=IMAGE)
def describe(table: Input[Dataset], summary: Output[Markdown]):
    """Writes the means of each species."""
    import csv
    from collections import defaultdict

    with open(table.path, newline="") as file:
        rows = list(csv.DictReader(file))
    measures = [name for name in rows[0] if name != "species"]
    groups = defaultdict(list)
    for row in rows:
        groups[row["species"]].append(row)
    lines = [
        "# Penguins",
        "",
        "| species | number | " + " | ".join(measures) + " |",
        "|---|---|" + "---|" * len(measures),
    ]
    for name, members in sorted(groups.items()):
        means = (sum(float(row[m]) for row in members) / len(members) for m in measures)
        lines.append(f"| {name} | {len(members)} | " + " | ".join(f"{x:.1f}" for x in means) + " |")
    with open(summary.path, "w") as file:
        file.write("\n".join(lines) + "\n")


@dsl.pipeline(
    name="tabular-model",
    description="Trains and evaluates a model that tells three species of penguins apart.",
)
def tabular_model(
    learning_rate: float = 0.5,
    epochs: int = 200,
    test_share: float = 0.3,
    seed: int = 7,
) -> NamedTuple("Outputs", [("accuracy", float), ("loss", float)]):
    loaded = load()
    describe(table=loaded.outputs["table"])
    dealt = split(table=loaded.outputs["table"], test_share=test_share, seed=seed)
    trained = train(
        training=dealt.outputs["training"], learning_rate=learning_rate, epochs=epochs
    ).set_cpu_request("1")
    tested = evaluate(model=trained.outputs["model"], testing=dealt.outputs["testing"])
    outputs = NamedTuple("Outputs", [("accuracy", float), ("loss", float)])
    return outputs(accuracy=tested.outputs["Output"], loss=trained.outputs["Output"])
