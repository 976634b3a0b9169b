using Plumbline.Policy.Values;
using static Plumbline.Scan.Terraform.ArmShape;

namespace Plumbline.Scan.Terraform;

/// <summary><c>azurerm_container_app_job</c>. Source: the documentation of the provider <c>hashicorp/azurerm</c> 4.x.</summary>
internal static class ContainerAppJobMapping
{
    /// <summary>The job in ARM's shape.</summary>
    public static ObjectValue Map(PlannedResource planned)
    {
        var job = planned.Values;
        return Resource(planned, "Microsoft.App/jobs", job["location"], Object(
            ("environmentId", job["container_app_environment_id"]),
            ("workloadProfileName", job.NotEmpty("workload_profile_name")),
            ("configuration", Object(
                ("triggerType", TriggerType(job)),
                ("replicaTimeout", job["replica_timeout_in_seconds"]),
                ("replicaRetryLimit", job["replica_retry_limit"]),
                ("manualTriggerConfig", job.Block("manual_trigger_config", Trigger)),
                ("scheduleTriggerConfig", job.Block("schedule_trigger_config", Trigger)),
                ("eventTriggerConfig", job.Block("event_trigger_config", Trigger)),
                ("registries", ContainerConfiguration.Registries(job)),
                ("secrets", ContainerConfiguration.Secrets(job)))),
            ("template", job.Block("template", ContainerTemplate.OfJob))));
    }

    private static PolicyValue TriggerType(PlanBlock job)
    {
        foreach (var (block, type) in ((string, string)[])[("manual_trigger_config", "Manual"), ("schedule_trigger_config", "Schedule"), ("event_trigger_config", "Event")])
        {
            if (job[block] is TextValue expression) return expression;
            if (job[block] is ArrayValue { Items.IsEmpty: false }) return new TextValue(type);
        }

        return UndefinedValue.Instance;
    }

    private static PolicyValue Trigger(PlanBlock block) => Object(
        ("parallelism", block["parallelism"]),
        ("replicaCompletionCount", block["replica_completion_count"]),
        ("cronExpression", block.NotEmpty("cron_expression")),
        ("scale", block.Block("scale", scale => Object(
            ("minExecutions", scale["min_executions"]),
            ("maxExecutions", scale["max_executions"]),
            ("pollingInterval", scale["polling_interval_in_seconds"]),
            ("rules", scale.Blocks("rules", rule => Object(
                ("name", rule["name"]), ("type", rule["custom_rule_type"]), ("metadata", rule["metadata"]), ("auth", ContainerTemplate.Authentication(rule)))))))));
}
