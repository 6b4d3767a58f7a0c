package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.plan.ExecutionPlans;
import io.github.binnacle.localengine.project.ProjectReader;
import io.github.binnacle.model.workplace.TrustStore;

/** What decides before a run starts whether and how it can. */
public record RunChecks(ExecutionPlans plans, ProjectReader projects, TrustStore trust) {}
