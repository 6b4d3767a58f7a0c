"""Opens a ledger with the real ml-metadata library: prints what it reads, then writes beside it.

Usage: python read_ledger.py LEDGER. Needs ml-metadata 1.17.1 with protobuf 4.25. Prints one JSON
object; numbers of a struct are doubles, as protobuf has it.
"""

import json
import sys

from google.protobuf import json_format
from ml_metadata import metadata_store
from ml_metadata.proto import metadata_store_pb2 as pb


def open_store(file: str) -> metadata_store.MetadataStore:
    config = pb.ConnectionConfig()
    config.sqlite.filename_uri = file
    config.sqlite.connection_mode = pb.SqliteMetadataSourceConfig.READWRITE_OPENCREATE
    return metadata_store.MetadataStore(config)


def main(file: str) -> None:
    store = open_store(file)
    result = read(store)
    result["written"] = write(store)
    json.dump(result, sys.stdout, sort_keys=True)


def read(store: metadata_store.MetadataStore) -> dict:
    executions = store.get_executions()
    types = {
        each.id: each.name
        for each in [
            *store.get_artifact_types(),
            *store.get_execution_types(),
            *store.get_context_types(),
        ]
    }
    return {
        "contexts": [node(each, types) for each in store.get_contexts()],
        "executions": [
            {
                **node(each, types),
                "state": pb.Execution.State.Name(each.last_known_state),
                "contexts": sorted(
                    context.name for context in store.get_contexts_by_execution(each.id)
                ),
            }
            for each in executions
        ],
        "artifacts": [
            {
                **node(each, types),
                "uri": each.uri,
                "state": pb.Artifact.State.Name(each.state),
                "contexts": sorted(
                    context.name for context in store.get_contexts_by_artifact(each.id)
                ),
            }
            for each in store.get_artifacts()
        ],
        "events": [
            {
                "artifact": event.artifact_id,
                "execution": event.execution_id,
                "type": pb.Event.Type.Name(event.type),
                "path": [
                    step.key if step.WhichOneof("value") == "key" else step.index
                    for step in event.path.steps
                ],
            }
            for event in store.get_events_by_execution_ids([each.id for each in executions])
        ],
        "parents": [
            parent.name
            for context in store.get_contexts()
            for parent in store.get_parent_contexts_by_context(context.id)
        ],
    }


def node(each, types: dict) -> dict:
    return {
        "id": each.id,
        "type": types[each.type_id],
        "name": each.name,
        "declared": len(each.properties),
        "properties": {key: value(each.custom_properties[key]) for key in each.custom_properties},
    }


def value(found: pb.Value):
    kind = found.WhichOneof("value")
    plain = getattr(found, kind)
    return json_format.MessageToDict(plain) if kind == "struct_value" else plain


def write(store: metadata_store.MetadataStore) -> int:
    """Adds an execution of a type that KFP has, in the run's context, as KFP's driver does."""
    kind = store.get_execution_type("system.ContainerExecution")
    run = store.get_contexts_by_type("system.PipelineRun")[0]
    execution = pb.Execution(type_id=kind.id, last_known_state=pb.Execution.COMPLETE)
    execution.custom_properties["display_name"].string_value = "by others"
    return store.put_execution(execution, [], [run])[0]


if __name__ == "__main__":
    main(sys.argv[1])
