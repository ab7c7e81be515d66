using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PolicyBot.Settings;
using PolicyBot.Telemetry;
using PolicyBot.Verbs;

namespace PolicyBot.Hosting;

/// <summary>Traces and metrics to the operator's collector; nothing at all where none is named.</summary>
internal static class TelemetryExport
{
    /// <summary>Null when it is off. Sends what is left when disposed.</summary>
    public static IDisposable? Start(BotSettings settings)
    {
        if (!settings.IsSet("Telemetry:Endpoint")) return null;
        var endpoint = new Uri(settings["Telemetry:Endpoint"]);
        var origin = ResourceBuilder.CreateEmpty().AddService("policybot", serviceVersion: StatusVerb.Version, serviceInstanceId: $"{Environment.MachineName}/{Environment.ProcessId}");
        return new Both(
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(origin).AddSource(Measures.Name).AddOtlpExporter(o => o.Endpoint = endpoint).Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(origin).AddMeter(Measures.Name).AddOtlpExporter(o => o.Endpoint = endpoint).Build());
    }

    private sealed class Both(IDisposable one, IDisposable other) : IDisposable
    {
        public void Dispose()
        {
            one.Dispose();
            other.Dispose();
        }
    }
}
