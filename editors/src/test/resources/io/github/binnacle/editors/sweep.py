"""A sweep with every construct that the window draws: loop, condition, exit handler, artifacts."""

from typing import List

from kfp import dsl
from kfp.dsl import Dataset, Input, Metrics, Model, Output


@dsl.component(base_image="python:3.11")
def load_data(rows: int, train: Output[Dataset], test: Output[Dataset]):
    with open(train.path, "w") as out:
        out.write("x,y\n" * rows)
    with open(test.path, "w") as out:
        out.write("x,y\n")


@dsl.component(base_image="python:3.11", packages_to_install=["scikit-learn==1.7.2"])
def train_model(train: Input[Dataset], depth: int, model: Output[Model]) -> float:
    print(f"training with depth {depth}")
    with open(model.path, "w") as out:
        out.write(str(depth))
    return 1.0 / depth


@dsl.component(base_image="python:3.11")
def evaluate(model: Input[Model], test: Input[Dataset], metrics: Output[Metrics]) -> float:
    metrics.log_metric("auc", 0.9)
    return 0.9


@dsl.component(base_image="python:3.11")
def pick_best(scores: List[float]) -> float:
    return max(scores)


@dsl.component(base_image="python:3.11")
def publish(score: float):
    print(f"published with {score}")


@dsl.component(base_image="python:3.11")
def notify(status: dsl.PipelineTaskFinalStatus, to: str = "team@example.com"):
    print(status)


@dsl.pipeline(name="depth-sweep", description="Trains one model per depth and publishes the best.")
def depth_sweep(rows: int = 150, depths: List[int] = [3, 5, 7], note: str = ""):
    end = notify()
    with dsl.ExitHandler(end, name="guarded"):
        data = load_data(rows=rows)
        with dsl.ParallelFor(depths, parallelism=2) as depth:
            trained = train_model(train=data.outputs["train"], depth=depth)
            trained.set_cpu_limit("2").set_memory_limit("4Gi").set_retry(2)
            score = evaluate(model=trained.outputs["model"], test=data.outputs["test"])
        best = pick_best(scores=dsl.Collected(score.outputs["Output"]))
        with dsl.If(best.output >= 0.85):
            publish(score=best.output)
