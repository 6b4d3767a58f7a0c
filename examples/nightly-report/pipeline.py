"""Reports the day's orders by a notebook, and notes how the night went, whatever happens."""

from typing import Dict

from kfp import dsl
from kfp.dsl import Artifact, Dataset, Input, Markdown, Output

IMAGE = "python:3.11"


@dsl.component(base_image=IMAGE, embedded_artifact_path="data/orders.csv")
def orders_of(country: str, source: dsl.EmbeddedInput[Dataset], orders: Output[Dataset]) -> int:
    """Picks the orders of one country; of all for an empty name."""
    import csv

    with open(source.path, newline="") as file:
        rows = [row for row in csv.DictReader(file) if country in ("", row["country"])]
    with open(orders.path, "w", newline="") as file:
        writer = csv.DictWriter(file, ["day", "country", "currency", "amount"])
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} orders")
    return len(rows)


@dsl.component(base_image=IMAGE)
def fetch_rates(run_began: str) -> Dict[str, float]:
    """Stands for a service that is slow to wake: it answers two seconds after the run began."""
    from datetime import datetime, timedelta, timezone

    began = datetime.fromisoformat(run_began[:19]).replace(tzinfo=timezone.utc)
    awake = began + timedelta(seconds=2)
    now = datetime.now(timezone.utc)
    if now < awake:
        raise ConnectionError(f"the rates did not come: {awake - now} too early")
    return {"EUR": 1.0, "USD": 0.92, "GBP": 1.17, "JPY": 0.0061}


@dsl.notebook_component(
    notebook_path="report.ipynb",
    base_image=IMAGE,
    packages_to_install=["nbclient==0.10.2", "nbformat==5.10.4", "ipykernel==6.30.1"],
)
def report(orders: Input[Dataset], rates: Dict[str, float], summary: Output[Markdown], fail: bool):
    """Runs the notebook, which writes the summary."""
    dsl.run_notebook(orders=orders.path, rates=rates, summary=summary.path, fail=fail)


@dsl.component(base_image=IMAGE)
def note(status: dsl.PipelineTaskFinalStatus) -> str:
    """Says in one line how everything before it went."""
    line = f"{status.pipeline_task_name}: {status.state}"
    if status.error_message:
        line += f" ({status.error_message})"
    print(line)
    return line


@dsl.pipeline(
    name="nightly-report",
    description="Imports, fetches with retries, reports by a notebook, and notes the outcome.",
)
def nightly_report(
    country: str = "",
    handbook: str = "gs://ml-pipeline-playground/shakespeare1.txt",
    fail: bool = False,
):
    noted = note()
    noted.set_caching_options(False)
    with dsl.ExitHandler(noted, name="night"):
        dsl.importer(
            artifact_uri=handbook,
            artifact_class=Artifact,
            reimport=False,
            metadata={"title": "How the report is read"},
        )
        orders = orders_of(country=country)
        rates = fetch_rates(run_began=dsl.PIPELINE_JOB_CREATE_TIME_UTC_PLACEHOLDER)
        rates.set_retry(num_retries=3, backoff_duration="1s", backoff_factor=1.5)
        rates.set_caching_options(False)
        report(orders=orders.outputs["orders"], rates=rates.output, fail=fail)
