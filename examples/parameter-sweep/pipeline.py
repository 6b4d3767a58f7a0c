"""Tries bandwidths in a loop, collects the scores and decides what to do next."""

from typing import List, NamedTuple

from kfp import dsl
from kfp.dsl import Dataset, Input, Metrics, Output

IMAGE = "registry.example.com/sweep/smoother:1.0"
BANDWIDTHS = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0]


@dsl.component(base_image=IMAGE)
def make_series(points: int, noise: float, seed: int, series: Output[Dataset]):
    """Draws a noisy wave."""
    import csv
    import math
    import random

    dice = random.Random(seed)
    with open(series.path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["t", "value"])
        for t in range(points):
            writer.writerow([t, math.sin(t / 12) + dice.gauss(0, noise)])
    series.metadata["points"] = points


@dsl.component(base_image=IMAGE)
def score(series: Input[Dataset], bandwidth: float, metrics: Output[Metrics]) -> float:
    """Predicts each point from its neighbours and returns the mean squared error."""
    import csv
    import math

    with open(series.path, newline="") as file:
        values = [float(row["value"]) for row in csv.DictReader(file)]
    reach = max(1, round(4 * bandwidth))
    total = 0.0
    for place, value in enumerate(values):
        weighted = weights = 0.0
        for near in range(max(0, place - reach), min(len(values), place + reach + 1)):
            if near != place:
                weight = math.exp(-(((near - place) / bandwidth) ** 2) / 2)
                weighted += weight * values[near]
                weights += weight
        total += (value - weighted / weights) ** 2
    error = total / len(values)
    metrics.log_metric("bandwidth", bandwidth)
    metrics.log_metric("error", error)
    print(f"bandwidth {bandwidth}: error {error:.5f}")
    return error


@dsl.component(base_image=IMAGE)
def choose(
    bandwidths: List[float], errors: List[float]
) -> NamedTuple("Best", [("bandwidth", float), ("error", float)]):
    """Takes the bandwidth with the smallest error."""
    from collections import namedtuple

    from tabulate import tabulate

    print(tabulate(zip(bandwidths, errors), headers=["bandwidth", "error"]))
    error, bandwidth = min(zip(errors, bandwidths))
    return namedtuple("Best", ["bandwidth", "error"])(bandwidth, error)


@dsl.component(base_image=IMAGE)
def write_up(bandwidth: float, error: float) -> str:
    return f"Use bandwidth {bandwidth:g}: its mean squared error is {error:.4f}."


@dsl.component(base_image=IMAGE)
def ask_for_more(bandwidth: float, error: float) -> str:
    return f"No bandwidth is good enough; {bandwidth:g} comes nearest with {error:.4f}."


@dsl.pipeline(
    name="parameter-sweep",
    description="Scores six bandwidths in parallel and decides by the best of them.",
)
def parameter_sweep(
    points: int = 400, noise: float = 0.3, seed: int = 1, good_enough: float = 0.15
) -> str:
    series = make_series(points=points, noise=noise, seed=seed)
    with dsl.ParallelFor(BANDWIDTHS, parallelism=3, name="each-bandwidth") as bandwidth:
        scored = score(series=series.outputs["series"], bandwidth=bandwidth)
    best = choose(bandwidths=BANDWIDTHS, errors=dsl.Collected(scored.outputs["Output"]))
    with dsl.If(best.outputs["error"] <= good_enough, name="good-enough"):
        good = write_up(bandwidth=best.outputs["bandwidth"], error=best.outputs["error"])
    with dsl.Else(name="not-yet"):
        poor = ask_for_more(bandwidth=best.outputs["bandwidth"], error=best.outputs["error"])
    return dsl.OneOf(good.output, poor.output)
