using System.Globalization;
using Plumbline.Policy.Values;
using static Plumbline.Scan.Terraform.ArmShape;

namespace Plumbline.Scan.Terraform;

/// <summary>The <c>template</c> block of apps and jobs. Source of the attributes: the documentation of the provider <c>hashicorp/azurerm</c> 4.x; of the properties: api-version 2024-03-01 of Microsoft.App.</summary>
internal static class ContainerTemplate
{
    /// <summary>The template of an app.</summary>
    public static PolicyValue OfApp(PlanBlock block) => Object(
        ("revisionSuffix", block.NotEmpty("revision_suffix")),
        ("terminationGracePeriodSeconds", block["termination_grace_period_seconds"]),
        ("containers", block.Blocks("container", Container)),
        ("initContainers", block.Blocks("init_container", Container)),
        ("scale", Object(
            ("minReplicas", block["min_replicas"]),
            ("maxReplicas", block["max_replicas"]),
            ("cooldownPeriod", block["cooldown_period_in_seconds"]),
            ("pollingInterval", block["polling_interval_in_seconds"]),
            ("rules", block.Joined(("azure_queue_scale_rule", QueueRule), ("custom_scale_rule", CustomRule), ("http_scale_rule", HttpRule), ("tcp_scale_rule", TcpRule))))),
        ("volumes", block.Blocks("volume", Volume)));

    /// <summary>The template of a job.</summary>
    public static PolicyValue OfJob(PlanBlock block) => Object(
        ("containers", block.Blocks("container", Container)),
        ("initContainers", block.Blocks("init_container", Container)),
        ("volumes", block.Blocks("volume", Volume)));

    /// <summary>The secrets that a rule signs in with.</summary>
    public static PolicyValue Authentication(PlanBlock rule) => rule.Blocks("authentication", block => Object(("secretRef", block["secret_name"]), ("triggerParameter", block.NotEmpty("trigger_parameter"))));

    private static PolicyValue Container(PlanBlock block) => Object(
        ("name", block["name"]),
        ("image", block["image"]),
        ("command", block.List("command")),
        ("args", block.List("args")),
        ("env", block.Blocks("env", env => Object(("name", env["name"]), ("value", env.NotEmpty("value")), ("secretRef", env.NotEmpty("secret_name"))))),
        ("resources", Object(("cpu", block["cpu"]), ("memory", block["memory"]), ("ephemeralStorage", block.NotEmpty("ephemeral_storage")))),
        ("probes", block.Joined(("liveness_probe", probe => Probe("Liveness", probe)), ("readiness_probe", probe => Probe("Readiness", probe)), ("startup_probe", probe => Probe("Startup", probe)))),
        ("volumeMounts", block.Blocks("volume_mounts", mount => Object(("volumeName", mount["name"]), ("mountPath", mount["path"]), ("subPath", mount.NotEmpty("sub_path"))))));

    private static PolicyValue Probe(string type, PlanBlock block) => Object(
        ("type", new TextValue(type)),
        ("failureThreshold", block["failure_count_threshold"]),
        ("successThreshold", block["success_count_threshold"]),
        ("initialDelaySeconds", block["initial_delay"]),
        ("periodSeconds", block["interval_seconds"]),
        ("timeoutSeconds", block["timeout"]),
        ("terminationGracePeriodSeconds", block["termination_grace_period_seconds"]),
        Check(block));

    private static (string, PolicyValue) Check(PlanBlock block) => block["transport"] is TextValue { Value: var transport } && transport.Equals("TCP", StringComparison.OrdinalIgnoreCase)
        ? ("tcpSocket", Object(("host", block.NotEmpty("host")), ("port", block["port"])))
        : ("httpGet", Object(
            ("host", block.NotEmpty("host")),
            ("path", block.NotEmpty("path")),
            ("port", block["port"]),
            ("scheme", block["transport"]),
            ("httpHeaders", block.Blocks("header", header => Object(("name", header["name"]), ("value", header["value"]))))));

    private static PolicyValue Volume(PlanBlock block) => Object(
        ("name", block["name"]),
        ("storageName", block.NotEmpty("storage_name")),
        ("storageType", block["storage_type"]),
        ("mountOptions", block.NotEmpty("mount_options")));

    private static PolicyValue QueueRule(PlanBlock rule) => Object(
        ("name", rule["name"]),
        ("azureQueue", Object(("queueName", rule["queue_name"]), ("queueLength", rule["queue_length"]), ("auth", Authentication(rule)))));

    private static PolicyValue CustomRule(PlanBlock rule) => Object(
        ("name", rule["name"]),
        ("custom", Object(("type", rule["custom_rule_type"]), ("metadata", rule["metadata"]), ("auth", Authentication(rule)))));

    private static PolicyValue HttpRule(PlanBlock rule) => Object(("name", rule["name"]), ("http", Concurrency(rule)));

    private static PolicyValue TcpRule(PlanBlock rule) => Object(("name", rule["name"]), ("tcp", Concurrency(rule)));

    // The properties of metadata are texts.
    private static PolicyValue Concurrency(PlanBlock rule) => Object(
        ("metadata", Object(("concurrentRequests", rule["concurrent_requests"] is IntegerValue number ? new TextValue(number.Value.ToString(CultureInfo.InvariantCulture)) : rule["concurrent_requests"]))),
        ("auth", Authentication(rule)));
}
